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
  optional(
    z
      .array(text(255), 'must be a list of texts, for example ["one", "two"]')
      .max(max, `must hold at most ${String(max)} values`),
  );
const HttpUrl = z
  .string()
  .max(2048, 'must be at most 2048 characters')
  .refine(isHttpUrl, 'must be an absolute http or https address');
const Instant = z.iso.datetime({ offset: true, error: 'must be a timestamp like 2026-01-31T09:30:00Z' });
/** A day of the calendar. */
export const Day = z.iso.date('must be a date like 2026-01-31');

function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);
}

export const Cvss = z.object(
  {
    vector: optional(text(255)).describe(
      'The vector, for example CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N.',
    ),
    score: optional(z.number().min(0, 'must be from 0 to 10').max(10, 'must be from 0 to 10')).describe(
      'The score from 0 to 10.',
    ),
  },
  'must be a score like 9.8, a vector, or both: {"score": 9.8, "vector": "CVSS:3.1/…"}',
);

export const Location = z.object(
  {
    file: optional(text(1024)).describe('Path of the file within its repository.'),
    line: optional(z.number().int('must be a whole number').min(1, 'must be at least 1')).describe(
      'The line, from 1 on.',
    ),
    url: optional(HttpUrl).describe('Where the finding was seen on the web.'),
    component: optional(text(512)).describe('The library or package, with its version where it matters.'),
    image: optional(text(512)).describe('The container image.'),
    branch: optional(text(255)).describe('The branch that was looked at.'),
  },
  'must be a path, or like {"file": "src/app.js", "line": 12}',
);
export type Location = z.infer<typeof Location>;

export const Assignee = z
  .object(
    {
      email: optional(z.email('must be an e-mail address')).describe(
        'Who is to work on it, found in Jira by e-mail.',
      ),
      accountId: optional(text(128)).describe('The Atlassian account id; it wins over the e-mail.'),
    },
    'must be an address or an account id, or like {"email": "name@example.com"}',
  )
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
  id: name.describe('The id of the finding, the same in every snapshot.'),
  product: name.describe('The name of the product that the finding is about.'),
  title: text(2000)
    .refine((title) => /[^\s\p{Cc}\p{Cs}]/u.test(title), 'must not be empty')
    .describe('What it is, in one line.'),
  severity: Severity.describe('How bad it is.'),
  status: optional(StatusName)
    .transform((status) => status ?? 'unverified')
    .describe(
      'Where it stands in its life: a built-in status or one that an admin added; unverified where absent.',
    ),
  kind: optional(Kind)
    .transform((kind) => kind ?? 'vulnerability')
    .describe('What it is; a vulnerability where absent.'),
  description: optional(text(100_000)).describe('What was found, in Markdown.'),
  remediation: optional(text(100_000)).describe('How to mend it, in Markdown.'),
  url: optional(HttpUrl).describe('The page of the finding in the portal.'),
  cve: words(100).describe('CVE ids.'),
  cwe: words(100).describe('CWE ids.'),
  cvss: optional(Cvss).describe('How bad it is by CVSS.'),
  epss: optional(z.number().min(0, 'must be from 0 to 1').max(1, 'must be from 0 to 1')).describe(
    'How likely it is to be exploited, from 0 to 1.',
  ),
  kev: optional(z.boolean()).describe('It is exploited in the wild.'),
  tool: optional(text(255))
    .transform((tool) => (tool?.trim() === '' ? undefined : tool))
    .describe('The tool that found it.'),
  location: optional(Location).describe('Where it was found.'),
  assets: words(500).describe('Hosts, services or devices that it is about.'),
  tags: words(200).describe('Words to find it by.'),
  assignee: optional(Assignee).describe('Who is to work on it; e-mail or account id must be given.'),
  dueDate: optional(Day).describe('Until when it is to be mended.'),
  firstSeen: optional(Instant).describe('When it was first seen.'),
  lastSeen: optional(Instant).describe('When it was last seen.'),
  updatedAt: optional(Instant).describe(
    'Orders its snapshots: an older one never overwrites a newer one. Absent: its arrival.',
  ),
  acceptedUntil: optional(Day).describe('Until when its risk is accepted, that day included.'),
  group: optional(text(255)).describe('What else it belongs together with.'),
  existing: optional(
    z.object({
      product: optional(IssueKey).describe('Key of the issue in the product team’s space.'),
      security: optional(IssueKey).describe('Key of the issue in the security team’s space.'),
    }),
  ).describe('Issues that are there already and are to be taken instead of new ones.'),
  attributes: optional(z.record(text(255), AttributeValue.nullable()))
    .transform(withoutNulls)
    .describe('Further facts by name.'),
});
export type Finding = z.infer<typeof Finding>;

/** What a report format yields: a finding that has not been validated yet. */
export type FindingInput = z.input<typeof Finding>;

/** 5 for critical down to 1 for info: a number that JQL can compare and order by. */
export function severityLevel(severity: Severity): number {
  return severities.length - severities.indexOf(severity);
}
