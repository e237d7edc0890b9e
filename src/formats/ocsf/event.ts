/** The parts of OCSF findings that findings are made of: classes 2001 to 2004 of schema 1.0 and later. */
import { z } from 'zod';
import { list, maybe, numeral, properties, text, texts, whole, word, words } from '../reading/lenient';

const longestText = 20_000;
const Name = text(500);
const Uid = word(1_024);
const Address = text(2_049);
const mostListed = 100;

const Info = z.object({
  uid: Uid,
  title: text(longestText),
  desc: text(longestText),
  types: texts(500, mostListed),
  src_url: Address,
  first_seen_time: word(50),
  first_seen_time_dt: Name,
  analytic: maybe(z.object({ uid: Uid, name: Name })),
});

const Resource = z.object({
  uid: Uid,
  name: Name,
  type: Name,
  namespace: Name,
  region: Name,
});

const Package = z.object({
  name: Name,
  version: Name,
  purl: text(1_000),
  path: text(4_096),
  fixed_in_version: Name,
});

const Vulnerability = z.object({
  title: text(longestText),
  desc: text(longestText),
  severity: Name,
  references: texts(2_049, mostListed),
  is_exploit_available: z.unknown().optional(),
  remediation: maybe(z.object({ desc: text(longestText) })),
  cve: maybe(
    z.object({
      uid: Name,
      title: text(longestText),
      desc: text(longestText),
      cvss: list(
        z.object({
          base_score: numeral(0, 10),
          overall_score: numeral(0, 10),
          vector_string: Name,
          version: word(20),
        }),
        mostListed,
      ),
      epss: maybe(z.object({ score: numeral(0, 1) })),
      cwe: maybe(z.object({ uid: word(50) })),
      cwe_uid: word(50),
      related_cwes: list(z.object({ uid: word(50) }), mostListed),
    }),
  ),
  cwe: maybe(z.object({ uid: word(50) })),
  affected_packages: list(Package, mostListed),
  packages: list(Package, mostListed),
  affected_code: list(
    z.object({ start_line: whole(1), file: maybe(z.object({ path: text(4_096), name: Name })) }),
    mostListed,
  ),
});

const classes: readonly unknown[] = [2001, 2002, 2003, 2004];

/** An event; only its class is demanded. */
export const Event = z.object({
  class_uid: z
    .unknown()
    .transform((uid) => (typeof uid === 'string' ? Number(uid.slice(0, 10)) : uid))
    .refine((uid) => classes.includes(uid), {
      error: 'must be 2001, 2002, 2003 or 2004: other events are no findings that can be read',
    }),
  message: text(longestText),
  activity_id: whole(0),
  severity: Name,
  severity_id: whole(0),
  status: Name,
  status_id: whole(0),
  state: Name,
  state_id: whole(0),
  status_code: Name,
  status_detail: text(longestText),
  verdict_id: whole(0),
  risk_details: text(longestText),
  metadata: maybe(
    z.object({
      event_code: Name,
      product: maybe(
        z.object({ name: Name, uid: Uid, vendor_name: Name, feature: maybe(z.object({ name: Name })) }),
      ),
    }),
  ),
  finding_info: maybe(Info),
  // Class 2001 has these in their place.
  finding: maybe(
    Info.extend({
      remediation: maybe(z.object({ desc: text(longestText), kb_articles: texts(2_049, mostListed) })),
    }),
  ),
  resources: list(Resource, mostListed),
  resource: maybe(Resource),
  cloud: maybe(
    z.object({ account: maybe(z.object({ uid: Uid, name: Name })), region: Name, provider: Name }),
  ),
  compliance: maybe(
    z.object({
      control: Name,
      requirements: words(500, mostListed),
      standards: words(500, mostListed),
      status: Name,
      status_id: whole(0),
      status_code: Name,
    }),
  ),
  remediation: maybe(z.object({ desc: text(longestText), references: texts(2_049, mostListed) })),
  vulnerabilities: list(Vulnerability, mostListed),
  malware: z.unknown().optional(),
  unmapped: maybe(
    z.object({ compliance: properties(), related_url: Address, categories: texts(500, mostListed) }),
  ),
});
export type Event = z.infer<typeof Event>;
