import type { AdfMark } from './types';

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** Control characters except tab and line ends, and the two code points that are no characters. */
const unprintable = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;

/** The text without what XML and with it Jira cannot store; half a character becomes the replacement character. */
export function legalText(value: string): string {
  return value.replace(loneSurrogate, '\uFFFD').replace(unprintable, '');
}

/** Marks that may stand together: code goes with a link only, and no mark stands twice. */
export function legalMarks(marks: readonly AdfMark[]): AdfMark[] {
  const distinct = marks.filter((mark, index) => marks.findIndex(({ type }) => type === mark.type) === index);
  const code = distinct.some(({ type }) => type === 'code');
  return code ? distinct.filter(({ type }) => type === 'code' || type === 'link') : distinct;
}

/** Percent-encoding makes an address up to nine times as long, and a longer one leaves no room for anything else. */
const maxAddress = 4_096;

/** The address if it is an absolute http or https one of bearable length, with what is no plain ASCII percent-encoded. */
export function webAddress(value: string): string | undefined {
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return undefined;
  const address = /^[\x21-\x7e]+$/.test(value) ? value : new URL(value).href;
  return address.length <= maxAddress ? address : undefined;
}
