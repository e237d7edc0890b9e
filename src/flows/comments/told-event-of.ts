import type { LinkRecord } from '../../contract/link-record';
import type { StoredEvent } from '../../contract/stored/outbox';
import type { PersonEntry } from '../../contract/stored/threads';
import type { Says } from '../../core/comments/hear';
import { type Looked, saidAt } from '../../core/comments/looked';
import { withoutNames } from '../../core/comments/told-comment';
import { issuesMade } from '../../core/sync/issues';
import { markdownOf } from '../../mappings/adf/to-markdown';
import { maskTexts } from '../../masking/mask-texts';
import type { Ports } from '../ports';

const instant = (at: number) => new Date(at).toISOString();

/** The Markdown of a document on an issue, without secrets and names; whom its signs stand for, and their names in Jira. */
export async function wordsOfDocument(ports: Ports, key: string, body: unknown) {
  const site = await ports.site.url();
  const { document } = await ports.settings.read();
  const { markdown, mentions } = markdownOf(body, { issueUrl: `${site}/browse/${key}` });
  const mask = await maskTexts([markdown], document.masking);
  const { body: words, accounts } = withoutNames(mask(markdown).text);
  const names = new Map(mentions.map(({ accountId, text }) => [accountId, text]));
  return { body: words, accounts, people: accounts.map((id) => ({ text: `@${names.get(id) ?? '…'}` })) };
}

/** What the portal is told of a comment, of people only accounts. `entry`: what was known; `deed`: whose it was and when, where Jira told. */
export async function eventOf(
  ports: Ports,
  record: LinkRecord,
  looked: Looked,
  entry: PersonEntry | undefined,
  says: Says,
  deed: { readonly by?: string | undefined; readonly at?: number | undefined },
): Promise<StoredEvent> {
  const { id, role, comment } = looked;
  const issue = issueOf(record, looked);
  const key = issue?.key ?? '';
  const isGone = says === 'finding.comment_deleted';
  const words = isGone || !comment ? undefined : await wordsOfDocument(ports, key, comment.body);
  const times = comment ?? entry;
  const by = says === 'finding.commented' ? comment?.author : (deed.by ?? comment?.editor);
  return {
    id: ports.newId(),
    type: says,
    at: isGone ? (deed.at ?? ports.now()) : saidAt(entry, looked),
    finding: { id: record.findingId, product: record.product },
    ...(issue ? { issue: { role, id: issue.id, key } } : {}),
    ...(by === undefined ? {} : { by: { accountId: by } }),
    data: {
      comment: {
        id,
        ...(words ? { body: words.body, mentions: words.accounts.map((accountId) => ({ accountId })) } : {}),
        ...(times ? { createdAt: instant(times.createdAt), updatedAt: instant(times.updatedAt) } : {}),
      },
    },
  };
}

/** The issue on which it was said; people may have unlinked it since. */
function issueOf(record: LinkRecord, { issue: id, role }: Looked): { id: string; key: string } | undefined {
  const parted = record.parted?.[role]?.issue;
  return issuesMade(record).find((one) => one.id === id) ?? (parted?.id === id ? parted : undefined);
}
