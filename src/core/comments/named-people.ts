/** The people whom a portal's comment names, taken out of its text. */
import { type CommentMention, commentLimits } from '../../contract/comment';
import { signOf, withoutSigns } from './mention-signs';

/** The text with signs in place of people, and whom each sign stands for. */
export interface NamedPeople {
  readonly body: string;
  readonly people: readonly CommentMention[];
}

/** By address or by account, as portals are told of people, too. A name may hold escaped signs. */
const inText =
  /@\[((?:\\.|[^\]\\\n]){1,255})\]\((?:mailto:([^()\s<>]{3,320})|accountid:([^()\s<>]{1,128}))\)/g;

/**
 * `@[Name](mailto:…)` and `@[Name](accountid:…)` in the text, and wherever the text holds the words of one who is named
 * beside it.
 */
export function namePeople(body: string, mentions: readonly CommentMention[]): NamedPeople {
  const people: CommentMention[] = [];
  const note = (person: CommentMention): number => {
    const known = people.findIndex((one) => isSame(one, person));
    return known >= 0 ? known : people.push(person) - 1;
  };
  const named = (whole: string, name: string, email?: string, accountId?: string): string => {
    const person = { text: `@${name.replace(/\\(.)/g, '$1')}`, email, accountId };
    return people.length < commentLimits.mentions ? signOf(note(person)) : whole;
  };
  const marked = withoutSigns(body).replace(inText, named);
  // The longer of two names first: one may begin with the other.
  const beside = [...mentions].sort((a, b) => b.text.length - a.text.length);
  const all = beside.reduce((text, person) => withWords(text, person, note), marked);
  return { body: all, people };
}

function isSame(a: CommentMention, b: CommentMention): boolean {
  return a.text === b.text && a.email === b.email && a.accountId === b.accountId;
}

function withWords(text: string, person: CommentMention, note: (person: CommentMention) => number): string {
  const bare = withoutSigns(person.text).replace(/^@/, '').trim();
  if (bare === '') return text;
  let shown = '';
  let from = 0;
  for (let at = text.indexOf(bare); at >= 0; at = text.indexOf(bare, Math.max(at + 1, from))) {
    const start = text.charAt(at - 1) === '@' ? at - 1 : at;
    const isSaidSo = start < at || !person.text.startsWith('@');
    if (!isSaidSo || !standsAlone(text, start, at + bare.length)) continue;
    shown += text.slice(from, start) + signOf(note({ ...person, text: `@${bare}` }));
    from = at + bare.length;
  }
  return shown + text.slice(from);
}

/** Not within a word or an address. */
function standsAlone(text: string, start: number, end: number): boolean {
  return !/[\p{L}\p{N}_/.@]/u.test(text.charAt(start - 1)) && !/[\p{L}\p{N}_]/u.test(text.charAt(end));
}
