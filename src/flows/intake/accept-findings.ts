/** Findings from the portal into storage. When the answer is given, nothing of what it accepts can be lost. */
import { Finding } from '../../contract/finding';
import type { InboxItem } from '../../contract/inbox';
import type { Accepted, Rejected } from '../../contract/portal-api';
import { type FieldError, fieldErrors, withRest } from '../../contract/problem';
import type { SettingsDocument } from '../../contract/settings';
import { idScope, refTextOf } from '../../core/sync/link-key';
import { knownStatuses, lifecycleOf } from '../../core/sync/lifecycle';
import { compiled } from '../../core/data/compiled';
import { isLargerThan } from '../../core/data/json-size';
import { boundedInput, largestItem } from './bounded-input';
import { maskItems } from './mask-items';
import { refusedOf } from './refused-of';
import type { Ports } from '../ports';
import { chunksOf, putAll, ringFor } from '../records/put-chunks';

/** Errors of all findings of a request together; beyond, each finding still gets its first. */
export const mostListed = 1_000;

/** So many are read sooner than code for reading them is written. */
const few = 100;

export interface Sorted {
  readonly items: InboxItem[];
  readonly rejected: Rejected[];
}

/**
 * Validates each finding by itself, so that one bad finding does not refuse the rest. Two products that share an id are
 * no two versions of one finding, unless the connection's ids are unique only within a product.
 */
export function sortFindings(
  inputs: readonly unknown[],
  settings: SettingsDocument,
  now: number,
  connection: string,
): Sorted {
  const items: InboxItem[] = [];
  const rejected: Rejected[] = [];
  const products = new Map<string, string>();
  const schema = inputs.length > few ? compiled(Finding) : Finding;
  let room = mostListed;
  inputs.forEach((input, index) => {
    const read = readFinding(schema, boundedInput(input), settings);
    const wrong = 'errors' in read ? read.errors : errorsOfSharing(read, products, connection);
    if ('errors' in read || wrong.length > 0) {
      const errors = withRest(wrong, wrong.length, Math.max(1, room));
      room -= errors.length;
      rejected.push({ index, ...idOf(input), errors });
    } else items.push({ finding: read, seenAt: seenAt(read, now) });
  });
  return { items, rejected };
}

function errorsOfSharing(
  { id, product }: Finding,
  products: Map<string, string>,
  connection: string,
): FieldError[] {
  const first = products.get(id) ?? product;
  products.set(id, first);
  if (first === product || idScope(connection) === 'product') return [];
  const message =
    'is used in this request for another product too; ids must be unique within the connection. Make them so, or use a connection whose ids are unique within each product';
  return [{ path: 'id', message }];
}

/** `updatedAt` orders snapshots; one from the future (a clock that is ahead) must not outlive what arrives later. */
function seenAt({ updatedAt }: Finding, now: number): number {
  return updatedAt === undefined ? now : Math.min(Date.parse(updatedAt), now);
}

function readFinding(
  schema: typeof Finding,
  input: unknown,
  settings: SettingsDocument,
): Finding | { errors: FieldError[] } {
  const parsed = schema.safeParse(input);
  if (!parsed.success) return { errors: fieldErrors(parsed.error) };
  if (isLargerThan(parsed.data, largestItem))
    return {
      errors: [
        {
          path: '',
          message: `must be at most ${String(largestItem)} bytes; shorten description or remediation`,
        },
      ],
    };
  if (lifecycleOf(parsed.data.status, settings) !== undefined) return parsed.data;
  const message = `must be one of: ${knownStatuses(settings).join(', ')}; others can be added under Team spaces`;
  return { errors: [{ path: 'status', message }] };
}

/** The id of what is refused, as far as it can be read. */
export function idOf(input: unknown): { id?: string } {
  const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : undefined;
  return typeof id === 'string' ? { id: id.slice(0, 255) } : {};
}

/**
 * Puts items into the inbox, without the secrets in their texts, and rings the bell. A bell that fails to ring is rung by the sweep.
 * @throws when storage fails; then nothing was accepted.
 */
export async function acceptFindings(ports: Ports, connection: string, sorted: Sorted): Promise<Accepted> {
  const receipt = ports.newId();
  const { items, masked } = await maskItems(ports, sorted.items);
  const chunks = chunksOf(ports, connection, receipt, items, receipt, masked);
  const acceptedAt = chunks[0]?.chunk.acceptedAt ?? ports.now();
  const heads = chunks.map(({ chunk: { id, items } }) => ({ id, findings: items.length }));
  await ports.products.note(productsOf(items), acceptedAt);
  await ports.inbox.putReceipt(
    { receipt, connection, acceptedAt, chunks: heads, ...refusedOf(sorted.rejected) },
    chunks.map(({ chunk }) => chunk.items.map((item) => refTextOf(connection, item))),
  );
  await putAll(ports, chunks);
  await ringFor(
    ports,
    chunks.map(({ mark }) => mark),
  );
  return { receipt, accepted: items.length, rejected: sorted.rejected };
}

function productsOf(items: readonly InboxItem[]): string[] {
  return [...new Set(items.flatMap((item) => ('finding' in item ? [item.finding.product] : [])))];
}
