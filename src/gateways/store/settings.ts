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
} from '../../contract/settings';
import type { SettingsStore } from '../../flows/ports';

const Saved = z.object({ value: z.unknown(), at: z.number(), by: z.string() });
const headKey = (section: SectionName) => `settings:${section}`;
const versionKey = (section: SectionName, version: number) => `settings:${section}:${String(version)}`;

/** The settings of this installation. `read` is remembered for the invocation until something is saved. */
export function createSettingsStore(now: () => number): SettingsStore {
  let known: Awaited<ReturnType<SettingsStore['read']>> | undefined;
  return {
    read: async () => (known ??= await readAll()),
    async save(section, version, value, by) {
      const next = version + 1;
      const written = await writeOnce(versionKey(section, next), { value, at: now(), by });
      // Also after losing: whoever wrote the version may have died before moving the head.
      await kvs.set(headKey(section), next);
      known = undefined;
      return written;
    },
    version: async (section, version) => Saved.optional().parse(await kvs.get(versionKey(section, version))),
  };
}

async function readAll(): Promise<{ document: SettingsDocument; versions: SettingsVersions }> {
  const heads = await getMany<number>(sectionNames.map(headKey));
  const versions = Object.fromEntries(
    sectionNames.map((section) => [section, heads.get(headKey(section)) ?? 0]),
  ) as SettingsVersions;
  const saved = sectionNames.filter((section) => versions[section] > 0);
  const values = await getMany<unknown>(saved.map((section) => versionKey(section, versions[section])));
  const sections = Object.fromEntries(
    saved.map((section) => {
      const stored = Saved.parse(values.get(versionKey(section, versions[section])));
      return [section, sectionSchemas[section].parse(stored.value)];
    }),
  );
  return { document: SettingsDocument.parse({ ...defaultSettings(), ...sections }), versions };
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
