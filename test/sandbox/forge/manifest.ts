import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The parts of manifest.yml that the host acts on; everything else is kept as it is. */
export interface Manifest {
  readonly app: {
    readonly id: string;
    readonly runtime?: { readonly name?: string; readonly memoryMB?: number };
    readonly storage?: { readonly entities?: readonly EntityDefinition[] };
  };
  readonly permissions?: {
    readonly scopes?:
      readonly string[] | Readonly<Record<string, { readonly allowImpersonation?: boolean } | null>>;
    readonly external?: {
      readonly fetch?: { readonly backend?: readonly (string | { readonly address?: string })[] };
      readonly configurable?: { readonly enabled?: boolean };
    };
  };
  readonly modules: {
    readonly function?: readonly FunctionModule[];
    readonly webtrigger?: readonly WebTriggerModule[];
    readonly trigger?: readonly TriggerModule[];
    readonly consumer?: readonly ConsumerModule[];
    readonly scheduledTrigger?: readonly ScheduleModule[];
    readonly [type: string]: readonly AnyModule[] | undefined;
  };
}

/** A storage entity: what its records may hold and by what they can be found. */
export interface EntityDefinition {
  readonly name: string;
  readonly attributes: Readonly<Record<string, { readonly type: AttributeType }>>;
  readonly indexes?: readonly (string | IndexDefinition)[];
}

export type AttributeType = 'string' | 'integer' | 'float' | 'boolean' | 'any';

export interface IndexDefinition {
  readonly name: string;
  readonly range: readonly string[];
  readonly partition?: readonly string[];
}

/** Any entry below `modules`. */
export interface AnyModule {
  readonly key: string;
  readonly function?: string;
  readonly resolver?: { readonly function?: string };
}

export interface FunctionModule extends AnyModule {
  readonly handler: string;
  readonly timeoutSeconds?: number;
}

export interface WebTriggerModule extends AnyModule {
  readonly function: string;
  readonly response?: { readonly type: 'static' | 'dynamic'; readonly outputs?: readonly StaticOutput[] };
}

export interface StaticOutput {
  readonly key: string;
  readonly statusCode: number;
  readonly contentType?: string;
  readonly body?: string;
}

export interface TriggerModule extends AnyModule {
  readonly function: string;
  readonly events: readonly string[];
  readonly filter?: {
    readonly ignoreSelf?: boolean;
    readonly appIsLicensed?: boolean;
    readonly expression?: string;
    readonly onError?: 'IGNORE_AND_LOG' | 'IGNORE' | 'RECEIVE_AND_LOG' | 'RECEIVE';
  };
  readonly payload?: { readonly include?: { readonly propertyPaths?: readonly string[] } };
}

export interface ConsumerModule extends AnyModule {
  readonly queue: string;
  readonly function: string;
}

export interface ScheduleModule extends AnyModule {
  readonly function: string;
  readonly interval: ScheduleInterval;
}

export type ScheduleInterval = 'fiveMinute' | 'hour' | 'day' | 'week';

/**
 * Reads manifest.yml of the given folder, its titles in the language of the locale (`de-DE`), or else in the default one,
 * which is the site's. It is not validated here; `@forge/manifest` does that in its own test.
 */
export function readManifest(dir: string, locale?: string): Manifest {
  const manifest = parse(readFileSync(join(dir, 'manifest.yml'), 'utf8')) as Manifest & Translated;
  const { resources = [], fallback } = manifest.translations ?? {};
  const pathOf = (wanted: string | undefined) => resources.find(({ key }) => key === wanted)?.path;
  const path = pathOf(locale) ?? pathOf(fallback?.default);
  if (path === undefined) return manifest;
  const texts = JSON.parse(readFileSync(join(dir, path), 'utf8')) as unknown;
  return translated(manifest, texts) as Manifest;
}

interface Translated {
  readonly translations?: {
    readonly resources?: readonly { readonly key: string; readonly path: string }[];
    readonly fallback?: { readonly default: string };
  };
}

/** The value with the text in place of each `{ i18n: <key> }`. @throws where there is no such text */
function translated(value: unknown, texts: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => translated(one, texts));
  if (typeof value !== 'object' || value === null) return value;
  if ('i18n' in value) return textAt(texts, String(value.i18n));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, translated(one, texts)]));
}

function textAt(texts: unknown, key: string): string {
  const text = key
    .split('.')
    .reduce<unknown>(
      (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : at),
      texts,
    );
  if (typeof text !== 'string') throw new Error(`No translation has the key '${key}'.`);
  return text;
}

/** The scopes of the app, whichever of the two notations the manifest uses. */
export function scopesOf(manifest: Manifest): ReadonlySet<string> {
  const scopes = manifest.permissions?.scopes ?? [];
  return new Set(Array.isArray(scopes) ? (scopes as readonly string[]) : Object.keys(scopes));
}

/** True when some scope may be used in the name of a person who is not there (`allowImpersonation`). */
export function mayImpersonate(manifest: Manifest): boolean {
  const scopes: unknown[] = Object.values(manifest.permissions?.scopes ?? {});
  return scopes.some(
    (scope) =>
      typeof scope === 'object' && scope !== null && Reflect.get(scope, 'allowImpersonation') === true,
  );
}

/** The module of that type and key. @throws when the manifest has none. */
export function moduleOf(manifest: Manifest, type: string, key: string): AnyModule {
  const found = manifest.modules[type]?.find((module) => module.key === key);
  if (!found) throw new Error(`The manifest has no ${type} with the key '${key}'.`);
  return found;
}

/** The function module of that key. @throws when the manifest has none. */
export function functionOf(manifest: Manifest, key: string): FunctionModule {
  const found = manifest.modules.function?.find((module) => module.key === key);
  if (!found) throw new Error(`The manifest has no function with the key '${key}'.`);
  return found;
}
