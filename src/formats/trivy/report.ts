/** The parts of a Trivy report in JSON that findings are made of (schema version 2). */
import { z } from 'zod';
import { demanded, flag, list, maybe, named, numeral, text, texts, whole, words } from '../reading/lenient';

const longestText = 20_000;
const Name = text(500);
const Path = text(4_096);
const Address = text(2_049);
const mostListed = 100;
/** More targets or resources a report does not have; results are counted by themselves. */
const mostTargets = 10_000;

const Score = z.object({
  V2Vector: Name,
  V3Vector: Name,
  V40Vector: Name,
  V2Score: numeral(0, 10),
  V3Score: numeral(0, 10),
  V40Score: numeral(0, 10),
});

export const Vulnerability = z.object({
  VulnerabilityID: demanded(500, 'must name the vulnerability, for example CVE-2021-44228'),
  VendorIDs: texts(500, mostListed),
  PkgName: demanded(500, 'must name the package'),
  PkgPath: Path,
  PkgIdentifier: maybe(z.object({ PURL: text(1_000) })),
  InstalledVersion: Name,
  FixedVersion: Name,
  Status: Name,
  Title: text(longestText),
  Description: text(longestText),
  Severity: Name,
  SeveritySource: Name,
  CweIDs: words(50, mostListed),
  CVSS: named(Score),
  PrimaryURL: Address,
  References: texts(2_049, mostListed),
});
export type Vulnerability = z.infer<typeof Vulnerability>;

export const Misconfiguration = z.object({
  ID: Name,
  AVDID: Name,
  Title: text(longestText),
  Description: text(longestText),
  Message: text(longestText),
  Resolution: text(longestText),
  Severity: Name,
  Status: Name,
  PrimaryURL: Address,
  References: texts(2_049, mostListed),
  CauseMetadata: maybe(
    z.object({
      Resource: Name,
      Provider: Name,
      Service: Name,
      StartLine: whole(1),
      Code: maybe(
        z.object({ Lines: list(z.object({ Content: text(longestText), IsCause: flag() }), mostListed) }),
      ),
    }),
  ),
});
export type Misconfiguration = z.infer<typeof Misconfiguration>;

export const Secret = z.object({
  RuleID: demanded(500, 'must name the rule that found the secret'),
  Category: Name,
  Severity: Name,
  Title: text(longestText),
  StartLine: whole(1),
  Match: text(longestText),
});
export type Secret = z.infer<typeof Secret>;

export const License = z.object({
  Severity: Name,
  Category: Name,
  PkgName: Name,
  FilePath: Path,
  Name: demanded(500, 'must name the licence'),
  Link: Address,
});
export type License = z.infer<typeof License>;

/** What a judgement outside of the scan made of a result. */
export const Modified = z.object({
  Type: Name,
  Status: Name,
  Statement: text(longestText),
  Finding: z.unknown().optional(),
});
export type Modified = z.infer<typeof Modified>;

const Results = z.object({
  Target: Path,
  Class: Name,
  Type: Name,
  Vulnerabilities: z.unknown().optional(),
  Misconfigurations: z.unknown().optional(),
  Secrets: z.unknown().optional(),
  Licenses: z.unknown().optional(),
  ExperimentalModifiedFindings: z.unknown().optional(),
});
export type Target = z.infer<typeof Results>;

const Metadata = maybe(z.object({ RepoTags: texts(500, mostListed) }));

/** A report on one image, folder, repository or file. */
export const Report = z.object({
  SchemaVersion: z.literal(2, 'must be 2: reports of Trivy before 0.20 cannot be read'),
  ArtifactName: Path,
  ArtifactType: Name,
  Metadata,
  Results: list(Results, mostTargets),
});
export type Report = z.infer<typeof Report>;

const Resource = z.object({
  Namespace: Name,
  Kind: Name,
  Name,
  Metadata,
  Results: list(Results, mostTargets),
  Error: Name,
});
export type Resource = z.infer<typeof Resource>;

/** The lists of resources of a report on a cluster: of the present form, consolidated, and of versions before 0.35. */
export const resourceLists = ['Resources', 'Findings', 'Vulnerabilities', 'Misconfigurations'] as const;

const Resources = list(Resource, mostTargets);

/** A report on a cluster. */
export const ClusterReport = z.object({
  ClusterName: Name,
  Resources,
  Findings: Resources,
  Vulnerabilities: Resources,
  Misconfigurations: Resources,
});
