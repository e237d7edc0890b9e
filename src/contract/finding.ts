/**
 * What the portal reports. The wire names of every enumeration and field stand here, once; the API, the forms,
 * the rules and the panel read them from this file.
 */
import { z } from 'zod';

export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
export const Severity = z.enum(severities);
export type Severity = z.infer<typeof Severity>;

export const kinds = [
  'vulnerability',
  'compliance_violation',
  'security_incident',
  'scheduled_task',
] as const;
export const Kind = z.enum(kinds);
export type Kind = z.infer<typeof Kind>;

/** Where a finding stands in its life; every status, also one an admin adds, belongs to one. */
export const lifecycles = ['open', 'resolved', 'rejected', 'accepted'] as const;
export const Lifecycle = z.enum(lifecycles);
export type Lifecycle = z.infer<typeof Lifecycle>;

export const builtInStatuses = {
  unverified: 'open',
  verified: 'open',
  assigned: 'open',
  resolved: 'resolved',
  rejected: 'rejected',
  temporarily_risk_accepted: 'accepted',
  permanently_risk_accepted: 'accepted',
} as const satisfies Record<string, Lifecycle>;
export type BuiltInStatus = keyof typeof builtInStatuses;

export const statusPattern = /^[a-z][a-z0-9_]{0,63}$/;

/** A status name on the wire: a built-in one or one that an admin added. */
export const StatusName = z
  .string()
  .regex(statusPattern, 'must be lower case letters, digits and underscores, for example "verified"');

/** Portals write absent values as null as often as they leave them out: both mean "not given". */
function optional<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? undefined);
}

const text = (max: number) => z.string().max(max, `must be at most ${String(max)} characters`);
/** What records are found by: visible, and within the bytes that an index of the storage takes. */
const name = text(255)
  .refine((value) => value.trim() !== '', 'must not be empty')
  .refine((value) => !/[\p{Cc}\p{Cs}]/u.test(value), 'must not hold control characters');
const words = (max: number) =>
  optional(z.array(text(255)).max(max, `must hold at most ${String(max)} values`));
const HttpUrl = z
  .string()
  .max(2048, 'must be at most 2048 characters')
  .refine(isHttpUrl, 'must be an absolute http or https address');
const Instant = z.iso.datetime({ offset: true, error: 'must be a timestamp like 2026-01-31T09:30:00Z' });
const Day = z.iso.date('must be a date like 2026-01-31');

function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);
}

export const Cvss = z.object({
  vector: optional(text(255)),
  score: optional(z.number().min(0, 'must be from 0 to 10').max(10, 'must be from 0 to 10')),
});

export const Location = z.object({
  file: optional(text(1024)),
  line: optional(z.number().int('must be a whole number').min(1, 'must be at least 1')),
  url: optional(HttpUrl),
  component: optional(text(512)),
  image: optional(text(512)),
  branch: optional(text(255)),
});
export type Location = z.infer<typeof Location>;

export const Assignee = z
  .object({ email: optional(z.email('must be an e-mail address')), accountId: optional(text(128)) })
  .refine((who) => who.email !== undefined || who.accountId !== undefined, 'must have email or accountId');

const IssueKey = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]+-[1-9]\d*$/i, 'must be an issue key like WEB-12')
  .transform((key) => key.toUpperCase());

const AttributeValue = z.union([text(32_767), z.number(), z.boolean(), z.array(text(1024)).max(200)], {
  error: 'must be a text of at most 32767 characters, a number, true, false or a list of at most 200 texts',
});

function withoutNulls<T>(attributes: Record<string, T | null> | undefined): Record<string, T> | undefined {
  if (attributes === undefined) return undefined;
  const given = Object.entries(attributes).filter((entry): entry is [string, T] => entry[1] !== null);
  return Object.fromEntries(given);
}

/** One finding as the portal sends it: a full snapshot. Unknown keys are ignored. */
export const Finding = z.object({
  id: name,
  product: name,
  title: text(2000).refine((title) => /[^\s\p{Cc}\p{Cs}]/u.test(title), 'must not be empty'),
  severity: Severity,
  status: optional(StatusName).transform((status) => status ?? 'unverified'),
  kind: optional(Kind).transform((kind) => kind ?? 'vulnerability'),
  description: optional(text(100_000)),
  remediation: optional(text(100_000)),
  url: optional(HttpUrl),
  cve: words(100),
  cwe: words(100),
  cvss: optional(Cvss),
  epss: optional(z.number().min(0, 'must be from 0 to 1').max(1, 'must be from 0 to 1')),
  kev: optional(z.boolean()),
  tool: optional(text(255)).transform((tool) => (tool?.trim() === '' ? undefined : tool)),
  location: optional(Location),
  assets: words(500),
  tags: words(200),
  assignee: optional(Assignee),
  dueDate: optional(Day),
  firstSeen: optional(Instant),
  lastSeen: optional(Instant),
  updatedAt: optional(Instant),
  acceptedUntil: optional(Day),
  group: optional(text(255)),
  existing: optional(z.object({ product: optional(IssueKey), security: optional(IssueKey) })),
  attributes: optional(z.record(text(255), AttributeValue.nullable())).transform(withoutNulls),
});
export type Finding = z.infer<typeof Finding>;

/** What a report format yields: a finding that has not been validated yet. */
export type FindingInput = z.input<typeof Finding>;

/** 5 for critical down to 1 for info: a number that JQL can compare and order by. */
export function severityLevel(severity: Severity): number {
  return severities.length - severities.indexOf(severity);
}
