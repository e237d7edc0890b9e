/** Settings in words, for diffs. */
import { isolated } from '../../../shared/isolated';
import type { Texts } from '../texts/sections';

/** The words that settings are told in. */
export type SettingsWords = Pick<Texts, 'common' | 'fields' | 'choices'>;

/**
 * A path in words: "Product team space › Project". Parts without a word of their own stay as they are. A key that means
 * something else in a section has a word there: `rules.when`.
 */
export function describePath(
  keys: readonly string[],
  texts: Pick<SettingsWords, 'common' | 'fields'>,
): string {
  const words: Readonly<Record<string, string>> = {
    ...texts.fields,
    ...texts.common.status,
    ...texts.common.severity,
    ...texts.common.kind,
    ...texts.common.role,
  };
  const [section, ...rest] = keys;
  if (section === undefined) return '';
  const named = section === 'spaces' && rest.length > 0 ? rest : keys;
  return named
    .map((key) => wordOf(words, `${section}.${key}`) ?? wordOf(words, key) ?? isolated(key))
    .join(' › ');
}

/** Its own words alone: a part of a path may be called `constructor`. */
function wordOf(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}

/** A value in words: names of references, lists with commas, on and off. */
export function describeValue(value: unknown, texts: SettingsWords): string {
  if (value === undefined || value === null || value === '') return texts.common.change.nothing;
  if (typeof value === 'boolean') return value ? texts.common.on : texts.common.off;
  if (typeof value === 'string') return choice(value, texts);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    return value.length === 0
      ? texts.common.change.nothing
      : value.map((one) => describeValue(one, texts)).join(', ');
  }
  return object(value as Readonly<Record<string, unknown>>, texts);
}

function object(value: Readonly<Record<string, unknown>>, texts: SettingsWords): string {
  if (typeof value.name === 'string') return isolated(value.name);
  if (typeof value.id === 'string') return isolated(value.id);
  const parts = Object.entries(value).map(
    ([key, inner]) => `${describePath([key], texts)}: ${describeValue(inner, texts)}`,
  );
  return parts.length === 0 ? texts.common.change.nothing : parts.join('; ');
}

/** A word of the contract in the words of the page. */
function choice(value: string, texts: SettingsWords): string {
  const words: Readonly<Record<string, string>> = {
    ...texts.choices,
    ...texts.common.lifecycle,
    ...texts.common.severity,
  };
  return Object.hasOwn(words, value) ? (words[value] ?? value) : isolated(value);
}
