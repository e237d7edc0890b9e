/** Settings: per section numbered versions that are never overwritten, and a head that names the newest. */
import { ForgeKvsAPIError, kvs } from '@forge/kvs';
import { z } from 'zod';
import type { SettingsVersions } from '../../contract/api';
import {
  defaultSettings,
  type SectionName,
  sectionNames,
  sectionSchemas,
  SettingsDocument,
  settingsVersion,
} from '../../contract/settings';
import { retiredSection, rulesOfCreating, upgradeSection } from '../../contract/stored/settings';
import type { SettingsStore } from '../../flows/ports';

/** `v` is the version of the settings that the section was stored with; the first wrote none. */
const Saved = z.object({ v: z.number().optional(), value: z.unknown(), at: z.number(), by: z.string() });
type StoredName = SectionName | typeof retiredSection;
const headKey = (section: StoredName) => `settings:${section}`;
const versionKey = (section: StoredName, version: number) => `settings:${section}:${String(version)}`;

/** The settings of this installation. `read` is remembered for the invocation until something is saved. */
export function createSettingsStore(now: () => number): SettingsStore {
  let known: Awaited<ReturnType<SettingsStore['read']>> | undefined;
  return {
    read: async () => (known ??= await readAll()),
    async save(section, version, value, by) {
      const next = version + 1;
      const written = await writeOnce(versionKey(section, next), {
        v: settingsVersion,
        value,
        at: now(),
        by,
      });
      // Also after losing: whoever wrote the version may have died before moving the head.
      await kvs.set(headKey(section), next);
      known = undefined;
      return written;
    },
    version: async (section, version) => Saved.optional().parse(await kvs.get(versionKey(section, version))),
  };
}

async function readAll(): Promise<{ document: SettingsDocument; versions: SettingsVersions }> {
  const names = [...sectionNames, retiredSection] as const;
  const heads = await getMany<number>(names.map(headKey));
  const versions = Object.fromEntries(
    sectionNames.map((section) => [section, heads.get(headKey(section)) ?? 0]),
  ) as SettingsVersions;
  const newest = names.flatMap((name) => {
    const version = heads.get(headKey(name));
    return version === undefined ? [] : [{ name, key: versionKey(name, version) }];
  });
  const values = await getMany<unknown>(newest.map(({ key }) => key));
  const saved = new Map(newest.map(({ name, key }) => [name, Saved.parse(values.get(key))]));
  return { document: SettingsDocument.parse({ ...defaultSettings(), ...sectionsOf(saved) }), versions };
}

function sectionsOf(saved: ReadonlyMap<StoredName, z.infer<typeof Saved>>): Record<string, unknown> {
  const retired = saved.get(retiredSection);
  const sections: Record<string, unknown> = retired ? { rules: rulesOfCreating(retired.value) } : {};
  for (const section of sectionNames) {
    const stored = saved.get(section);
    const value = stored && upgradeSection(section, stored.value, stored.v);
    if (value !== undefined) sections[section] = sectionSchemas[section].parse(value);
  }
  return sections;
}

async function getMany<T>(keys: readonly string[]): Promise<Map<string, T>> {
  if (keys.length === 0) return new Map();
  const answer = await kvs.batchGet<T>(keys.map((key) => ({ key })));
  return new Map(answer.successfulKeys.map(({ key, value }) => [key, value]));
}

async function writeOnce(key: string, value: object): Promise<boolean> {
  try {
    await kvs.set(key, value, { keyPolicy: 'FAIL_IF_EXISTS' });
    return true;
  } catch (error) {
    if (isConflict(error)) return false;
    throw error;
  }
}

/** The key exists already. */
export function isConflict(error: unknown): boolean {
  return error instanceof ForgeKvsAPIError && error.responseDetails.status === 409;
}
