/** DefectDojo's generic findings import in JSON: the fields that findings are made of. */
import { z } from 'zod';
import { demanded, flag, numeral, text, whole, word, words } from '../reading/lenient';
import { severityNamed } from '../reading/severity';

const longestText = 20_000;
const Name = text(500);
const mostListed = 100;

/** A finding; its title is demanded, and a severity that is given must be one. */
export const GenericFinding = z.object({
  title: demanded(1_000, 'is required'),
  severity: z
    .unknown()
    .optional()
    .transform((value, context) => {
      if (value === undefined || value === null || value === '') return undefined;
      if (typeof value === 'string' && severityNamed(value.slice(0, 50)) !== undefined) return value;
      context.addIssue({ code: 'custom', message: 'must be one of: Critical, High, Medium, Low, Info' });
      return z.NEVER;
    }),
  description: text(longestText),
  mitigation: text(longestText),
  impact: text(longestText),
  steps_to_reproduce: text(longestText),
  severity_justification: text(longestText),
  references: text(longestText),
  date: Name,
  active: flag(),
  verified: flag(),
  false_p: flag(),
  out_of_scope: flag(),
  duplicate: flag(),
  risk_accepted: flag(),
  is_mitigated: flag(),
  mitigated: Name,
  cve: Name,
  vulnerability_ids: z.unknown().optional(),
  cwe: word(50),
  cwes: words(50, mostListed),
  cvssv3: Name,
  cvssv3_score: numeral(0, 10),
  cvssv4: Name,
  cvssv4_score: numeral(0, 10),
  epss_score: numeral(0, 1),
  known_exploited: flag(),
  kev_date: Name,
  file_path: text(4_096),
  line: whole(1),
  component_name: Name,
  component_version: Name,
  service: Name,
  param: Name,
  endpoints: z.unknown().optional(),
  unique_id_from_tool: word(1_024),
  vuln_id_from_tool: word(500),
  fix_version: Name,
  tags: words(255, mostListed),
});
export type GenericFinding = z.infer<typeof GenericFinding>;

/** An endpoint in its parts; it may also be written as one text. */
export const Endpoint = z.object({ protocol: Name, host: Name, port: word(10), path: text(2_049) });
export type Endpoint = z.infer<typeof Endpoint>;

/** The document's frame; findings are read one by one. */
export const Report = z.object({ findings: z.array(z.unknown()), name: Name, type: Name });
