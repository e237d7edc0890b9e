/** What every stored shape has in common: a version, `v`, and a way from each older one to that of today. */
import { z } from 'zod';

/** What lies in storage was written by a newer version of the app: it is left as it is. */
export class NewerVersion extends Error {
  override readonly name = 'NewerVersion';
}

const Versioned = z.looseObject({ v: z.number().int() });

/** The version that a value was stored with; whatever says none is of the first. */
export function versionOf(stored: unknown): number {
  return Versioned.safeParse(stored).data?.v ?? 1;
}

/**
 * Reads a value that was stored by this or an older version of the app; `upgrade` brings one of an older version to
 * the shape of today.
 * @throws NewerVersion when a newer version of the app stored it
 * @throws z.ZodError when it is of no shape that was ever stored
 */
export function readStored<Shape extends z.ZodType>(
  { shape, version, upgrade }: StoredShape<Shape>,
  stored: unknown,
): z.output<Shape> {
  const v = versionOf(stored);
  if (v > version)
    throw new NewerVersion(`Stored by version ${String(v)}, this one reads ${String(version)}.`);
  return shape.parse(v < version && upgrade ? upgrade(stored, v) : stored);
}

/** A stored shape: what it is today, its version, and what older ones become. */
export interface StoredShape<Shape extends z.ZodType> {
  readonly shape: Shape;
  readonly version: number;
  readonly upgrade?: (stored: unknown, v: number) => unknown;
}

/** A value as it is stored, with its version. */
export function toStored<Shape extends z.ZodType>(
  { version }: StoredShape<Shape>,
  value: z.output<Shape> & object,
): object {
  return { v: version, ...value };
}

/** Whether a newer version of the app stored it: what can only be written over stays as that wrote it. */
export function isNewer({ version }: StoredShape<z.ZodType>, stored: unknown): boolean {
  return versionOf(stored) > version;
}
