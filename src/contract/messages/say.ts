import type { Check } from '../api';
import type { Message, Words } from './message';

/** The message in a language. */
export function say(message: Message, words: Words): string {
  const saying = words[message.code] as string | ((params: Message) => string);
  return typeof saying === 'string' ? saying : saying(message);
}

/** A check of the connection test in words. */
export interface SaidCheck {
  readonly what: string;
  readonly detail?: string;
  readonly fix?: string;
}

/** What was checked, with its product and issue type where there are several, what was found, and the fix. */
export function sayCheck({ what, product, issueType, detail, fix }: Check, words: Words): SaidCheck {
  const title = [
    product === undefined ? '' : `${product}: `,
    say(what, words),
    issueType === undefined ? '' : ` (${issueType})`,
  ].join('');
  return {
    what: title,
    ...(detail === undefined ? {} : { detail: say(detail, words) }),
    ...(fix === undefined ? {} : { fix: say(fix, words) }),
  };
}
