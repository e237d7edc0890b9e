/** The parts of the AWS Security Finding Format that findings are made of. */
import { z } from 'zod';
import { demanded, list, maybe, namedTexts, numeral, text, texts } from '../reading/lenient';

const longestText = 20_000;
const Name = text(500);
const Arn = text(1_024);
const Address = text(2_049);
const mostListed = 100;

/** A finding; only its id is demanded. */
export const AsffFinding = z.object({
  Id: demanded(1_024, 'must be the id of the finding'),
  ProductArn: Arn,
  ProductName: Name,
  GeneratorId: Arn,
  AwsAccountId: Name,
  Region: Name,
  Types: texts(500, mostListed),
  FirstObservedAt: Name,
  CreatedAt: Name,
  Severity: maybe(
    z.object({ Label: Name, Normalized: numeral(0, 100), Product: numeral(0, 100), Original: Name }),
  ),
  Title: text(longestText),
  Description: text(longestText),
  SourceUrl: Address,
  Remediation: maybe(
    z.object({ Recommendation: maybe(z.object({ Text: text(longestText), Url: Address })) }),
  ),
  ProductFields: namedTexts(1_024),
  Resources: list(z.object({ Type: Name, Id: Arn, Region: Name }), mostListed),
  Compliance: maybe(
    z.object({
      Status: Name,
      SecurityControlId: Name,
      StatusReasons: list(z.object({ ReasonCode: Name }), mostListed),
      RelatedRequirements: texts(500, mostListed),
    }),
  ),
  Workflow: maybe(z.object({ Status: Name })),
  RecordState: Name,
  VerificationState: Name,
  Vulnerabilities: list(
    z.object({
      Id: Name,
      VulnerablePackages: list(
        z.object({
          Name,
          Version: Name,
          FilePath: text(4_096),
          FixedInVersion: Name,
          Remediation: Name,
        }),
        mostListed,
      ),
      Cvss: list(z.object({ Version: Name, BaseScore: numeral(0, 10), BaseVector: Name }), mostListed),
      EpssScore: numeral(0, 1),
      ExploitAvailable: Name,
      FixAvailable: Name,
      Vendor: maybe(z.object({ Url: Address })),
      ReferenceUrls: texts(2_049, mostListed),
    }),
    mostListed,
  ),
});
export type AsffFinding = z.infer<typeof AsffFinding>;
