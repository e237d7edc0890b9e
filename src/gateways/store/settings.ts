/** Settings: per section numbered versions that are never overwritten (people are taken out when they must), and a head that names the newest. */
import { ForgeKvsAPIError, kvs, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import type { SettingsVersions } from '../../contract/api';
import {
  defaultSettings,
  type SectionName,
  sectionNames,
  sectionSchemas,
  settingsVersion,
} from '../../contract/settings';
import { retiredSection, rulesOfCreating, upgradeSection } from '../../contract/stored/settings';
import type { SettingsStore, StoredVersion } from '../../flows/ports';
import { StorageError } from './outage';

/** `v` is the version of the settings that the section was stored with; the first wrote none. */
const Saved = z.object({ v: z.number().optional(), value: z.unknown(), at: z.number(), by: z.string() });
type StoredName = SectionName | typeof retiredSection;
const prefix = 'settings:';
const headKey = (section: StoredName) => `${prefix}${section}`;
const versionKey = (section: string, version: number) => `${prefix}${section}:${String(version)}`;
/** Products may fill a value by themselves. */
const walkPage = 20;

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
    version: async (section, version) => Saved.safeParse(await kvs.get(versionKey(section, version))).data,
    walk,
    async rewrite(section, version, saved) {
      await kvs.set(versionKey(section, version), saved);
      known = undefined;
    },
  };
}

async function walk(cursor?: string): Promise<{ versions: StoredVersion[]; next?: string }> {
  const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(walkPage);
  const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>();
  const versions = page.results.flatMap(({ key, value }) => {
    const [, section, version] = key.split(':');
    // The heads are numbers.
    const saved = Saved.safeParse(value).data;
    if (section === undefined || version === undefined || !saved) return [];
    return [{ section, version: Number(version), saved }];
  });
  return { versions, ...(page.nextCursor === undefined ? {} : { next: page.nextCursor }) };
}

async function readAll(): Promise<Awaited<ReturnType<SettingsStore['read']>>> {
  const names = [...sectionNames, retiredSection] as const;
  const heads = await getMany<number>(names.map(headKey));
  const versions = Object.fromEntries(
    sectionNames.map((section) => [section, heads.get(headKey(section)) ?? 0]),
  ) as SettingsVersions;
  const newest = names.flatMap((name) => {
    const version = heads.get(headKey(name));
    return version === undefined ? [] : [versionKey(name, version)];
  });
  const values = await getMany<unknown>(newest);
  const valueOf = (name: StoredName) => values.get(versionKey(name, heads.get(headKey(name)) ?? 0));
  const retired = Saved.safeParse(valueOf(retiredSection)).data;
  const sections: Record<string, unknown> = retired ? { rules: rulesOfCreating(retired.value) } : {};
  const unreadable: SectionName[] = [];
  for (const section of sectionNames.filter((name) => versions[name] > 0)) {
    const read = readSection(section, valueOf(section));
    if (!read) unreadable.push(section);
    const value = (read ?? (await readOlder(section, versions[section] - 1)))?.value;
    if (value !== undefined) sections[section] = value;
  }
  // Both are parsed already: to parse them once more costs each invocation more than all the rest of it.
  return { document: { ...defaultSettings(), ...sections }, versions, unreadable };
}

/** Undefined: it cannot be read. Its value is absent where it says nothing any more. */
function readSection(section: SectionName, stored: unknown): { value?: unknown } | undefined {
  const saved = Saved.safeParse(stored).data;
  if (!saved) return undefined;
  const value = upgradeSection(section, saved.value, saved.v);
  if (value === undefined) return {};
  const parsed = sectionSchemas[section].safeParse(value);
  return parsed.success ? { value: parsed.data } : undefined;
}

const olderLooked = 5;

/** The newest of the older versions that can be read. */
async function readOlder(section: SectionName, from: number): Promise<{ value?: unknown } | undefined> {
  for (let version = from; version >= 1 && version > from - olderLooked; version -= 1) {
    const read = readSection(section, await kvs.get(versionKey(section, version)));
    if (read) return read;
  }
  return undefined;
}

async function getMany<T>(keys: readonly string[]): Promise<Map<string, T>> {
  if (keys.length === 0) return new Map();
  const answer = await kvs.batchGet<T>(keys.map((key) => ({ key })));
  const failed = answer.failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
  if (failed) throw new StorageError(`Reading the settings failed: ${failed.error.code}`);
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
