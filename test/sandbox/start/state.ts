/** The sandbox's state between runs: one JSON document in a folder that git ignores. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HostSnapshot } from '../forge/host';
import type { SiteSnapshot } from '../jira';
import type { PortalState } from '../portal/store';
import type { Gadget } from '../site/dashboard';
import type { SavedPanels } from '../site/issue-panels';

/** How to call the seeded connection, kept so that a restart can print a command that works. */
export interface PortalAccess {
  readonly baseUrl: string;
  readonly secret: string;
}

export interface SavedState {
  readonly port: number;
  readonly site: SiteSnapshot;
  readonly host: HostSnapshot;
  readonly panels: SavedPanels;
  /** Absent in what older versions saved. */
  readonly gadgets?: readonly Gadget[];
  /** Absent where the sandbox began empty. */
  readonly portal?: PortalAccess;
  /** The portal beside Jira: its port and what it knows. */
  readonly page?: { readonly port: number; readonly state: PortalState };
}

const fileOf = (folder: string) => join(folder, 'state.json');

/** The state of the last run, if there is one. */
export function loadState(folder: string): SavedState | undefined {
  const file = fileOf(folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SavedState) : undefined;
}

/** The state, with that of the site as text already. */
export type StateToSave = Omit<SavedState, 'site'> & { readonly site: string };

/** Writes the state; a crash in between leaves the old one. It holds secrets, so only its owner may read it. */
export function saveState(folder: string, { site, ...rest }: StateToSave): void {
  const file = fileOf(folder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.new`, `{"site":${site},${JSON.stringify(rest).slice(1)}`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Forgets the state. */
export function dropState(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
