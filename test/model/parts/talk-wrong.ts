/** What the portal must know in the end, and what must stand on the issues. */
import type { ToldEvent } from '../../../src/contract/outbox';
import { wordsOf } from '../../../src/core/jira/comments';
import type { CommentRecord } from '../../sandbox/jira/state/model';
import { isOpen, type Status } from '../statuses';
import type { SeenIssue } from '../model';

/** A finding, and what was said of it. */
export interface Spoken {
  readonly id: string;
  /** The portal's comments, by their ids; without words: deleted. */
  readonly said: Map<string, Said>;
  /** People moved one of its issues. */
  isMoved: boolean;
  /** Every status that the portal sent. */
  readonly sent: Status[];
}

interface Said {
  readonly words: string | undefined;
  readonly mentions: boolean;
  readonly createdAt: string;
}

export interface Issues {
  readonly product: SeenIssue | undefined;
  readonly security: SeenIssue | undefined;
  readonly speaks: 'security' | 'either';
  /** What was sent in an order arrives in it; where a request had to be tried again, it may arrive behind the next. */
  readonly isInOrder: boolean;
  commentsOn(key: string): readonly CommentRecord[];
}

const isCopy = ({ properties }: CommentRecord) =>
  properties.some(({ key }) => key === 'security-finding-comment');
const isSecret = ({ body }: CommentRecord) => wordsOf(body).includes('Secret');
const isWord = (comment: CommentRecord) =>
  !isCopy(comment) && /^(A person says|Secret)/.test(wordsOf(comment.body));

/** What is wrong with one finding. */
export function talkWrong(spoken: Spoken, events: readonly ToldEvent[], issues: Issues): string[] {
  const own = events.filter(({ finding }) => finding?.id === spoken.id);
  const pair = [issues.product, issues.security].flatMap((issue) => issue ?? []);
  const wrong = [
    ...commentsWrong(own, pair, issues),
    ...pair.flatMap((issue) => copiesWrong(spoken, issue, pair, issues)),
    ...linksWrong(own, pair),
    ...statusWrong(spoken, own, issues),
  ];
  return wrong.map((one) => `${spoken.id}: ${one}`);
}

/** The portal's picture of the comments, event by event, against those that people left open to it. */
function commentsWrong(events: readonly ToldEvent[], pair: readonly SeenIssue[], issues: Issues): string[] {
  const wrong: string[] = [];
  const known = new Map<string, string>();
  const first: string[] = [];
  for (const { type, n, data } of events) {
    const { id, body = '' } = (data.comment ?? {}) as { id?: string; body?: string };
    if (id === undefined) continue;
    if (body.includes('Secret')) wrong.push(`event ${String(n)} tells a secret`);
    if ((type === 'finding.commented') === known.has(id))
      wrong.push(`event ${String(n)} makes no sense: ${type}`);
    if (type === 'finding.comment_edited' && known.get(id) === body)
      wrong.push(`event ${String(n)} edits nothing`);
    if (type === 'finding.commented') first.push(id);
    if (type === 'finding.comment_deleted') known.delete(id);
    else known.set(id, body);
  }
  const open = pair.map(({ key }) => issues.commentsOn(key).filter((one) => isWord(one) && !isSecret(one)));
  const told = [...known].map(([id, body]) => `${id}: ${body}`).sort();
  const said = open
    .flat()
    .map(({ id, body }) => `${id}: ${wordsOf(body)}`)
    .sort();
  if (told.join() !== said.join())
    wrong.push(`the portal knows [${told.join(' ')}], people said [${said.join(' ')}]`);
  return [...wrong, ...open.flatMap((some) => orderWrong(first, some))];
}

/** What nobody touched afterwards is told in the order in which it was said on its issue, whatever goes wrong. */
function orderWrong(told: readonly string[], said: readonly CommentRecord[]): string[] {
  const untouched = said.filter(({ createdAt, updatedAt }) => createdAt === updatedAt).map(({ id }) => id);
  const order = told.filter((id) => untouched.includes(id));
  return order.join() === untouched.join() ? [] : [`said as ${untouched.join()}, told as ${order.join()}`];
}

/** What the app wrote on an issue: the portal's comments in their order, and what people said on the other one. */
function copiesWrong(
  { said }: Spoken,
  { key }: SeenIssue,
  pair: readonly SeenIssue[],
  { commentsOn, isInOrder }: Issues,
): string[] {
  const copies = commentsOn(key).filter(isCopy);
  const words = copies.map(({ body }) =>
    wordsOf(body)
      .replace(/^.*wrote:/, '')
      .trim(),
  );
  const wrong: string[] = [];
  if (copies.some(isSecret)) wrong.push(`a secret is copied to ${key}`);
  const ofPortal = words.filter((one) => one.includes('Portal says'));
  const standing = [...said.values()].filter((one) => one.words !== undefined);
  const expected = standing.map((one) => one.words);
  const inOrder = (list: readonly unknown[]) => (isInOrder ? list : [...list].sort()).join();
  if (inOrder(ofPortal) !== inOrder(expected))
    wrong.push(`the portal said [${expected.join(' ')}], on ${key} stands [${ofPortal.join(' ')}]`);
  const mentions = copies.filter(({ body }) => JSON.stringify(body).includes('"mention"')).length;
  if (mentions !== standing.filter((one) => one.mentions).length)
    wrong.push(`mentions on ${key} are not real`);
  const there = pair
    .filter((issue) => issue.key !== key)
    .flatMap((issue) => commentsOn(issue.key))
    .filter((comment) => isWord(comment) && !isSecret(comment))
    .map(({ body }) => wordsOf(body));
  const copied = words.filter((one) => one.startsWith('A person says'));
  if (copied.sort().join() !== there.sort().join())
    wrong.push(`copied to ${key} is [${copied.join(' ')}], said was [${there.join(' ')}]`);
  return wrong;
}

function linksWrong(events: readonly ToldEvent[], pair: readonly SeenIssue[]): string[] {
  return pair.flatMap(({ key }) => {
    const times = events.filter(({ type, issue }) => type === 'issue.linked' && issue?.key === key).length;
    return times === 1 ? [] : [`${key} is told as linked ${String(times)} times`];
  });
}

/** The portal knows by its own word, or by what it was told last, whether its finding is done; and it hears no echo. */
function statusWrong({ sent, isMoved }: Spoken, events: readonly ToldEvent[], issues: Issues): string[] {
  const { product, security, speaks } = issues;
  const changes = events.filter(({ type }) => type === 'finding.status_changed');
  const wrong = changes
    .filter(({ data }) => data.from === data.to)
    .map(({ n, data }) => `event ${String(n)} tells ${String(data.to)} again`);
  if (!isMoved && changes.length > 0) wrong.push('hears what it said itself');
  if (!product || !security || (speaks === 'either' && product.done !== security.done)) return wrong;
  const told = changes.at(-1)?.data.to as Status | undefined;
  const words = [sent.at(-1), told].filter((status) => status !== undefined);
  if (!words.some((status) => isOpen(status) !== security.done))
    wrong.push(
      `knows it as ${words.join(' or ')}, but ${security.key} is ${security.done ? 'done' : 'open'}`,
    );
  return wrong;
}
