import { remembered } from '../core/data/remembered';

const isWeb = /^\s*https?:/i;

/** The address if it is an absolute http or https one of at most 2048 characters, in its normal form. */
export function webAddress(value: string | undefined): string | undefined {
  return value !== undefined && isWeb.test(value) ? hrefOf(value) : undefined;
}

const hrefOf = remembered((value) => {
  if (!URL.canParse(value)) return undefined;
  const { href, protocol } = new URL(value);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  return href.length <= 2048 ? href : undefined;
});

/** At most `max` UTF-16 units, ending in an ellipsis where something was cut, never in half a character. */
export function clampText(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.trimEnd()}…`;
}

/** One line without surplus white space. */
export function oneLine(text: string): string {
  // Most texts are one line already: looking costs less than writing them anew.
  return (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

/** The distinct, non-empty values in their order, each at most 255 units long. */
export function distinct(values: readonly string[], max: number): string[] {
  const cleaned = values.map((value) => clampText(oneLine(value), 255)).filter((value) => value !== '');
  return [...new Set(cleaned)].slice(0, max);
}
