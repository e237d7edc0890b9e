import type { Marks } from '../../contract/stored/known-results';
import { sha256 } from '../../core/data/hash';
import { groupBy } from '../../core/data/lists';
import { inOrder, type Wanted } from './pair-within';

/** What ids are made of beside the result itself. */
export interface Origin {
  readonly product: string;
  readonly tool: string;
}

const hashDigits = 32;

/**
 * Ids for results that nobody knows, by their position. The same in every scope and after everything known was lost,
 * as far as a report by itself can tell: by a stable print, else by rule and place, and where several results share
 * these, by their text and a number. An id in use is given to no other result.
 */
export function newIds(
  strangers: readonly Wanted[],
  all: readonly Wanted[],
  origin: Origin,
  used: ReadonlySet<string>,
): Map<number, string> {
  const ids = new Map<number, string>();
  const taken = new Set(used);
  const crowd = groupBy(all, ({ marks }) => subjectOf(marks));
  const numbers = new Map<string, number>();
  for (const { index, marks } of inOrder(strangers, (one) => one.marks)) {
    const isAlone = crowd.get(subjectOf(marks))?.length === 1;
    const id = firstFree(marks, origin, isAlone, { taken, numbers });
    taken.add(id);
    ids.set(index, id);
  }
  return ids;
}

interface Given {
  readonly taken: ReadonlySet<string>;
  /** The next number to try, by what is numbered. */
  readonly numbers: Map<string, number>;
}

function firstFree(
  marks: Marks,
  { product, tool }: Origin,
  isAlone: boolean,
  { taken, numbers }: Given,
): string {
  const subject = [product, tool, subjectOf(marks)];
  const alone = idOf(tool, marks.rule, JSON.stringify(subject));
  if (isAlone && !taken.has(alone)) return alone;
  const numbered = JSON.stringify([...subject, marks.texts?.[0] ?? '']);
  for (let number = numbers.get(numbered) ?? 0; ; number += 1) {
    const id = idOf(tool, marks.rule, `${numbered} ${String(number)}`);
    if (taken.has(id)) continue;
    numbers.set(numbered, number + 1);
    return id;
  }
}

function subjectOf({ prints = [], rule, place }: Marks): string {
  return JSON.stringify(prints[0] === undefined ? ['place', rule, place] : ['print', prints[0]]);
}

/** Readable in a log and in the portal: tool, rule, and a hash that does the telling apart. */
function idOf(tool: string, rule: string, key: string): string {
  const hash = sha256(key).slice(0, hashDigits);
  return [slug(tool, 60), slug(rule, 120), hash].filter((part) => part !== '').join(':');
}

function slug(text: string, max: number): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9._/@-]+/g, '-')
    .slice(0, max)
    .replace(/^-+|-+$/g, '');
}
