/** Issues as Jira writes them, read into what the flows know. */
import { z } from 'zod';
import { fieldTypeOf } from '../../contract/field-types';
import { identityKey } from '../../contract/identity';
import type { StatusCategory } from '../../core/jira/workflow';
import type { FetchedIssue, FieldMeta, OfferedTransition } from '../../core/jira/issue';

const Category = z
  .object({ key: z.string() })
  .transform(({ key }): StatusCategory => (key === 'done' || key === 'new' ? key : 'indeterminate'));
const Status = z
  .object({ id: z.string(), name: z.string(), statusCategory: Category })
  .transform(({ id, name, statusCategory }) => ({ id, name, category: statusCategory }));
const Named = z.object({ id: z.string(), name: z.string() });
const WithId = z.object({ id: z.string() });
const Account = z.object({ accountId: z.string() });
const Linked = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({ status: Status.optional() }).optional(),
});
/** Each link names the other side only; one that the app may not see is absent. */
const Links = z
  .array(z.object({ inwardIssue: Linked.optional(), outwardIssue: Linked.optional() }))
  .transform((links) =>
    links
      .flatMap(({ inwardIssue, outwardIssue }) => inwardIssue ?? outwardIssue ?? [])
      .map(({ id, key, fields }) => ({ id, key, done: fields?.status?.category === 'done' })),
  );

export const RawField = z.object({
  name: z.string(),
  required: z.boolean(),
  hasDefaultValue: z.boolean().optional(),
  schema: z
    .object({
      type: z.string(),
      items: z.string().optional(),
      system: z.string().optional(),
      custom: z.string().optional(),
    })
    .optional(),
  allowedValues: z.array(z.unknown()).optional(),
});

const Option = z
  .object({ id: z.string(), name: z.string().optional(), value: z.string().optional() })
  .transform(({ id, name, value }) => ({ id, name: name ?? value ?? id }));
const Children = z.object({ children: z.array(Option) });

const RawTransition = z.object({
  id: z.string(),
  name: z.string(),
  to: Status,
  fields: z.record(z.string(), RawField).optional(),
});
export const RawTransitions = z.object({ transitions: z.array(RawTransition) });

const RawChange = z.object({
  author: Account.optional(),
  created: z.string().optional(),
  items: z.array(z.object({ fieldId: z.string().optional() })).default([]),
});

const RawIssue = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.record(z.string(), z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  transitions: z.array(RawTransition).optional(),
  changelog: z.object({ histories: z.array(RawChange) }).optional(),
});

/** The issues that one call answers, and where the next begin. */
export const RawIssues = z.object({ issues: z.array(RawIssue), nextPageToken: z.string().nullish() });

/** What the flows know of an issue; a field that was not asked for is absent. */
export function toIssue(raw: z.infer<typeof RawIssue>): FetchedIssue {
  const fields = raw.fields ?? {};
  return {
    id: raw.id,
    key: raw.key,
    projectId: WithId.safeParse(fields.project).data?.id,
    issueTypeId: WithId.safeParse(fields.issuetype).data?.id,
    status: Status.safeParse(fields.status).data,
    resolution: Named.safeParse(fields.resolution).data,
    creator: Account.safeParse(fields.creator).data?.accountId,
    fields,
    identity: raw.properties?.[identityKey],
    linked: Links.safeParse(fields.issuelinks).data,
    changedBy: (raw.changelog?.histories ?? []).map(authorOf),
    movedBy: moverOf(raw.changelog?.histories ?? []),
    transitions: (raw.transitions ?? []).map(toTransition),
  };
}

function authorOf({ author }: z.infer<typeof RawChange>): string {
  return author?.accountId ?? 'anonymous';
}

/** Jira shows the newest change first; of those at the same time the order decides. */
function moverOf(changes: readonly z.infer<typeof RawChange>[]): string | undefined {
  const moves = changes.filter(({ items }) => items.some(({ fieldId }) => fieldId === 'status'));
  const last = moves.reduce<(typeof moves)[number] | undefined>(
    (newest, one) => (newest && timeOf(newest) >= timeOf(one) ? newest : one),
    undefined,
  );
  return last && authorOf(last);
}

function timeOf({ created }: z.infer<typeof RawChange>): number {
  const at = Date.parse(created ?? '');
  return Number.isNaN(at) ? 0 : at;
}

/** A transition that Jira offers, with the fields of its screen. */
export function toTransition(raw: z.infer<typeof RawTransition>): OfferedTransition {
  const fields = Object.entries(raw.fields ?? {}).map(([id, field]) => toField(id, field));
  return { id: raw.id, name: raw.name, to: raw.to, fields };
}

/** A field of a screen. */
export function toField(id: string, raw: z.infer<typeof RawField>): FieldMeta {
  const allowed = (raw.allowedValues ?? []).flatMap((value) => {
    const named = Option.safeParse(value);
    const children = Children.safeParse(value).data;
    return named.success ? [{ ...named.data, ...children }] : [];
  });
  const type = raw.schema === undefined ? 'other' : fieldTypeOf(raw.schema);
  return {
    id,
    name: raw.name,
    required: raw.required,
    hasDefault: raw.hasDefaultValue ?? false,
    type,
    allowed,
  };
}
