/** Messages as an English reader sees them, for tests that are about what people are told. */
import type { Check } from '../../src/contract/api';
import type { FieldProblem } from '../../src/contract/invalid-fields';
import { en } from '../../src/contract/messages/en';
import type { Message } from '../../src/contract/messages/message';
import { say, sayCheck, type SaidCheck } from '../../src/contract/messages/say';

export function inEnglish(message: Message): string {
  return say(message, en);
}

/** A check of the connection test in words. */
export function checkInEnglish(check: Check): SaidCheck & Pick<Check, 'result' | 'at'> {
  const { result, at } = check;
  return { ...sayCheck(check, en), result, ...(at === undefined ? {} : { at }) };
}

/** What is wrong with fields, in words. */
export function problemsInEnglish(
  problems: readonly FieldProblem[] = [],
): { path: string; message: string }[] {
  return problems.map(({ path, message }) => ({ path, message: inEnglish(message) }));
}
