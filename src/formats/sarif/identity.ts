import { createHash } from 'node:crypto';
import { oneLine } from '../text';
import type { Result } from './log';

/** What makes a result the same one in the next report. */
export interface Marks {
  readonly product: string;
  readonly tool: string;
  readonly ruleId: string;
  /** Path, address or component, without the line. */
  readonly place: string;
  readonly message: string;
  readonly result: Result;
}

const hashDigits = 32;

/**
 * One id per result, in the order given: at most 255 characters, the same in every report that holds the result.
 * It rests on what the tool says is stable, else on rule, place and the words of the code or message; line numbers
 * move and take no part. Results that are equal in all this are numbered from the top of the file down. Two results
 * with the same guid are one result and get the same id.
 */
export function identify(results: readonly Marks[]): string[] {
  const ids: string[] = [];
  for (const [key, indices] of groupByKey(results)) {
    const ordered = indices.toSorted((left, right) => compare(results[left], results[right]) || left - right);
    for (const [ordinal, index] of ordered.entries()) {
      const marks = results[index];
      if (marks !== undefined) ids[index] = idOf(marks, hasGuid(marks) ? key : `${key}\n${String(ordinal)}`);
    }
  }
  return ids;
}

function groupByKey(results: readonly Marks[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, marks] of results.entries()) {
    const key = keyOf(marks);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  }
  return groups;
}

/** What is gone comes last, so that it never takes the number of a result that is still there. */
function compare(left: Marks | undefined, right: Marks | undefined): number {
  const [first, second] = [positionOf(left?.result), positionOf(right?.result)];
  return first.gone - second.gone || first.line - second.line || first.column - second.column;
}

function positionOf(result: Result | undefined): { gone: number; line: number; column: number } {
  const region = regionOf(result);
  return {
    gone: result?.baselineState === 'absent' ? 1 : 0,
    line: region?.startLine ?? 0,
    column: region?.startColumn ?? 0,
  };
}

function regionOf(result: Result | undefined) {
  return result?.locations?.find((location) => location?.physicalLocation?.region)?.physicalLocation?.region;
}

/** The key names its parts by kind and quotes them, so that no two different sets of parts give one key. */
function keyOf(marks: Marks): string {
  return JSON.stringify([marks.product, marks.tool, ...proof(marks)]);
}

function proof({ result, ruleId, place, message }: Marks): (string | string[])[] {
  const guid = guidOf(result);
  if (guid !== undefined) return ['guid', guid];
  const fingerprints = usable(result.fingerprints);
  if (fingerprints.length > 0) return ['fingerprints', ...fingerprints];
  const partial = partialFingerprints(result);
  if (partial.length > 0) return ['partial', ruleId, place, ...partial];
  const snippet = oneLine(regionOf(result)?.snippet?.text ?? '');
  return snippet === '' ? ['message', ruleId, place, steady(message)] : ['snippet', ruleId, place, snippet];
}

/** The correlation guid is the same in every run by definition; a result's own guid is where the tool keeps it. */
function guidOf(result: Result): string | undefined {
  return [result.correlationGuid, result.guid].map(normalGuid).find((guid) => guid !== undefined);
}

function hasGuid({ result }: Marks): boolean {
  return normalGuid(result.correlationGuid) === undefined && normalGuid(result.guid) !== undefined;
}

function normalGuid(guid: string | undefined): string | undefined {
  const normal = guid?.trim().toLowerCase();
  return normal === undefined || normal === '' || /^[0-]+$/.test(normal) ? undefined : normal;
}

/** Name and value of each fingerprint, sorted. Prose such as "requires login" is a notice of the tool, no print. */
function usable(prints: Readonly<Record<string, string>> | undefined): string[][] {
  return Object.entries(prints ?? {})
    .filter(([, value]) => value !== '' && !/\s/.test(value))
    .sort(([left], [right]) => (left < right ? -1 : 1));
}

/** Parts of a print that tell about the position, the commit or its author, none of which is the finding's. */
const movingPart = /column|line-?number|(?:start|end)-?line|commit|author|e-?mail|date|time/i;

/** The hash of the line's own words is enough by itself; other parts count unless they move with the code. */
function partialFingerprints(result: Result): string[][] {
  const prints = usable(result.partialFingerprints).filter(([name = '']) => !movingPart.test(name));
  const ofLine = prints.filter(([name = '']) => name.startsWith('primaryLocationLineHash'));
  return ofLine.length > 0 ? ofLine : prints;
}

/** A message without the positions it may name ("line 12", "app.js:12:3"), which move with every commit. */
function steady(message: string): string {
  return oneLine(message)
    .replace(/\b(lines?|columns?|col|row)(\s*[:#]?\s*)\d+(?:\s*[-–]\s*\d+)?/gi, '$1')
    .replace(/(\.\w{1,8}):\d+(?::\d+)?\b/g, '$1');
}

/** Readable in a log and in the portal: tool, rule, and a hash that does the telling apart. */
function idOf({ tool, ruleId }: Marks, key: string): string {
  const hash = createHash('sha256').update(key).digest('hex').slice(0, hashDigits);
  return [slug(tool, 60), slug(ruleId, 120), hash].filter((part) => part !== '').join(':');
}

function slug(text: string, max: number): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9._/@-]+/g, '-')
    .slice(0, max)
    .replace(/^-+|-+$/g, '');
  return plain;
}
