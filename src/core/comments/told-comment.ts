/** A comment of a person as it is told: in storage with signs in place of people, with their names when it is told. */
import { longestTold } from '../../contract/comment';
import { shorten } from '../data/text';
import { replaceSigns, signOf, withoutSigns } from './mention-signs';

/** A mention as Jira's texts become Markdown with; its name may hold escaped signs. */
const inMarkdown = /@\[((?:\\.|[^\]\\\n])*)\]\(accountid:([^)\s]+)\)/g;

/** The text without names of people, and their accounts in the order of the signs. */
export function withoutNames(markdown: string): {
  readonly body: string;
  readonly accounts: readonly string[];
} {
  const accounts: string[] = [];
  const body = withoutSigns(markdown).replace(inMarkdown, (_whole, _name: string, account: string) => {
    const known = accounts.indexOf(account);
    return signOf(known >= 0 ? known : accounts.push(account) - 1);
  });
  return { body: shorten(body, longestTold), accounts };
}

/** A person as they are named now; without a name nobody knows them any more. */
export interface NamedPerson {
  readonly accountId: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

/** The text with the people of today. */
export function withNames(body: string, people: readonly NamedPerson[]): string {
  return replaceSigns(body, (index) => {
    const { accountId, name, email } = people[index] ?? {};
    if (accountId === undefined || name === undefined) return '@…';
    const shown = name.replace(/[[\]\\]/g, '\\$&');
    return `@[${shown}](${email === undefined ? `accountid:${accountId}` : `mailto:${email}`})`;
  });
}
