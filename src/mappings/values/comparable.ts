import { plainText } from '../adf/plain-text';

/** A moment as the app and Jira write it, each in a zone of its own. */
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/**
 * What a field holds, in a form that is the same for what was sent and for what Jira gives back: things by their id,
 * documents by what people read, moments by their time, lists as sets; nothing is null.
 */
export function comparableOf(raw: unknown): unknown {
  if (raw === undefined || raw === null || raw === '') return null;
  if (typeof raw === 'string') return textual(raw);
  if (Array.isArray(raw)) return listed(raw);
  if (typeof raw !== 'object') return raw;
  const known = new Map<string, unknown>(Object.entries(raw));
  if (known.get('type') === 'doc') return plainText(raw);
  const id = ['accountId', 'groupId', 'id', 'key', 'value', 'name'].flatMap(
    (name) => known.get(name) ?? [],
  )[0];
  const child = known.get('child');
  return child === undefined || child === null ? (id ?? null) : [id, comparableOf(child)];
}

function textual(text: string): unknown {
  const time = moment.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? text.replace(/\s+/g, ' ').trim() : time;
}

function listed(raw: readonly unknown[]): unknown {
  const all = raw.map(comparableOf).filter((one) => one !== null);
  if (all.length === 0) return null;
  return [...new Set(all.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))))].sort();
}
