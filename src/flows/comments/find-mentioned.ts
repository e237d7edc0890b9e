import type { CommentMention } from '../../contract/comment';
import type { WaitingWords } from '../../contract/stored/threads';
import { inParallel } from '../../core/data/in-parallel';
import { isRefusal, type JiraResult } from '../../core/jira/failure';
import type { ReadPorts } from '../ports';

type Found = WaitingWords['people'];

/** The accounts of people who are named, in their order; who has none keeps the words. Undefined: Jira did not say. */
export async function findMentioned(
  ports: Pick<ReadPorts, 'jira'>,
  people: readonly CommentMention[],
): Promise<Found | undefined> {
  const found: Found = people.map(({ text }) => ({ text }));
  const unclear: CommentMention[] = [];
  await inParallel([...people.entries()], async ([index, person]) => {
    const account = await accountOf(ports, person);
    const { text } = person;
    if (!account.ok) unclear.push(...(isRefusal(account.failure) ? [] : [person]));
    else if (account.value !== undefined) found[index] = { text, accountId: account.value };
  });
  return unclear.length > 0 ? undefined : found;
}

async function accountOf(
  { jira }: Pick<ReadPorts, 'jira'>,
  { accountId, email }: CommentMention,
): Promise<JiraResult<string | undefined>> {
  if (accountId !== undefined) return jira.activeAccount(accountId);
  if (email === undefined) return { ok: true, value: undefined };
  const found = await jira.accountOf(email);
  return found.ok ? { ok: true, value: found.value?.accountId } : found;
}
