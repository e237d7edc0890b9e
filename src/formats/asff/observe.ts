import { plainToMarkdown } from '../markdown';
import { moreLinks } from '../reading/links';
import type { Observation, Place } from '../reading/observation';
import { firstSentence } from '../reading/summary';
import { updateTo, versionsOf } from '../reading/updates';
import type { AsffFinding } from './finding';
import { kindOf, severityOf, statusOf } from './judgement';

/** One finding, however many resources it names. */
export function observe(finding: AsffFinding, part: number): Observation[] {
  const { Id: id, Title = '', Description = '' } = finding;
  const vulnerabilities = (finding.Vulnerabilities ?? []).filter((one) => one !== undefined);
  const packages = vulnerabilities.flatMap((one) =>
    (one.VulnerablePackages ?? []).filter((each) => each !== undefined),
  );
  const resources = (finding.Resources ?? []).flatMap((one) => one?.Id ?? []);
  const status = statusOf(finding);
  return [
    {
      part,
      prints: [['Id', id]],
      rule: ruleOf(finding),
      place: placeOf(finding, packages, resources),
      ...(status === 'resolved' && { gone: true }),
      headline: firstSentence(Title) || firstSentence(Description) || id,
      severity: severityOf(finding),
      status,
      kind: kindOf(finding),
      description: [plainToMarkdown(Description)],
      remediation: remediationOf(finding, packages),
      url: finding.SourceUrl,
      ...ratedBy(vulnerabilities),
      assets: resources,
      tags: finding.Types ?? [],
      firstSeen: finding.FirstObservedAt ?? finding.CreatedAt,
      attributes: factsOf(finding, packages),
    },
  ];
}

type Vulnerabilities = readonly NonNullable<NonNullable<AsffFinding['Vulnerabilities']>[number]>[];

function ratedBy(vulnerabilities: Vulnerabilities): Pick<Observation, 'cve' | 'ratings' | 'epss'> {
  return {
    cve: vulnerabilities.map((one) => one.Id),
    ratings: vulnerabilities.flatMap((one) =>
      (one.Cvss ?? []).map((each) => ({
        vector: each?.BaseVector,
        score: each?.BaseScore,
        version: each?.Version,
      })),
    ),
    epss: vulnerabilities.find((one) => one.EpssScore !== undefined)?.EpssScore,
  };
}

function remediationOf(
  { Remediation, Vulnerabilities = [] }: AsffFinding,
  packages: readonly Found[],
): string[] {
  const { Text = '', Url } = Remediation?.Recommendation ?? {};
  const links = Vulnerabilities.flatMap((one) => [one?.Vendor?.Url, ...(one?.ReferenceUrls ?? [])]);
  return [
    plainToMarkdown(Text),
    ...packages.slice(0, 20).map((one) => updateTo(one.Name ?? 'the package', [fixOf(one.FixedInVersion)])),
    moreLinks([Url, ...links]),
  ];
}

function factsOf(finding: AsffFinding, packages: readonly Found[]): Observation['attributes'] {
  const { Resources = [], Compliance: compliance } = finding;
  return {
    account: finding.AwsAccountId,
    region: finding.Region ?? Resources.find((one) => one?.Region)?.Region,
    resourceType: Resources.find((one) => one?.Type)?.Type,
    control: controlOf(finding),
    fixedVersion: versionsOf(packages.map((one) => fixOf(one.FixedInVersion))),
    installedVersion: versionsOf(packages.map((one) => one.Version)),
    requirements: (compliance?.RelatedRequirements ?? []).flatMap((one) => one ?? []),
  };
}

function controlOf({ Compliance, ProductFields }: AsffFinding): string | undefined {
  return Compliance?.SecurityControlId ?? ProductFields?.['ControlId'];
}

/** Inspector writes this where no version is fixed. */
function fixOf(version: string | undefined): string | undefined {
  return version === 'NotAvailable' ? undefined : version;
}

function ruleOf(finding: AsffFinding): string {
  const { Vulnerabilities, Types, GeneratorId, Title } = finding;
  const vulnerability = Vulnerabilities?.find((one) => one?.Id)?.Id;
  // A generator may be a detector of many rules: then the type tells which.
  return vulnerability ?? controlOf(finding) ?? Types?.find((type) => type) ?? GeneratorId ?? Title ?? '';
}

type Found = NonNullable<NonNullable<Vulnerabilities[number]['VulnerablePackages']>[number]>;

function placeOf(finding: AsffFinding, packages: readonly Found[], resources: readonly string[]): Place {
  const first = packages.find((one) => one.Name !== undefined);
  const named = first?.Name === undefined ? undefined : { name: first.Name, version: first.Version };
  return {
    resource: resources.toSorted()[0] ?? finding.AwsAccountId,
    ...(named && { package: named }),
  };
}
