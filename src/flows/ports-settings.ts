/** The settings, each section in all its versions. */
import type { SettingsVersions } from '../contract/api';
import type { SectionName, Settings, SettingsDocument } from '../contract/settings';

export interface SavedSection {
  /** The version of the settings that it was stored with; the first wrote none. */
  readonly v?: number | undefined;
  readonly value: unknown;
  readonly at: number;
  readonly by: string;
}

/** A version of a section, also of one that is no longer there. */
export interface StoredVersion {
  readonly section: string;
  readonly version: number;
  readonly saved: SavedSection;
}

export interface SettingsStore {
  /** `unreadable`: sections of which an older version, or the default, stands in for one that cannot be read. */
  read(): Promise<{
    document: SettingsDocument;
    versions: SettingsVersions;
    unreadable: readonly SectionName[];
  }>;
  /** Writes the version after `version`; false when somebody else already did. */
  save<Name extends SectionName>(
    section: Name,
    version: number,
    value: Settings[Name],
    by: string,
  ): Promise<boolean>;
  version(section: SectionName, version: number): Promise<SavedSection | undefined>;
  /** Every version of every section that can be read, a page at a time. */
  walk(cursor?: string): Promise<{ versions: StoredVersion[]; next?: string }>;
  /** Puts a version in its own place without the people that had to be erased: nothing else of it ever changes. */
  rewrite(section: string, version: number, saved: SavedSection): Promise<void>;
}
