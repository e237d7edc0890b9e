import type { Format, ReadOptions, ReportReading, Source } from '../format';
import { fileBelow, folderPath } from '../reading/file-path';
import type { Observation, Place } from '../reading/observation';
import { imageName } from '../reading/place-text';
import { frameOf, Reading } from '../reading/reading';
import { firstImage, repositoryName, scopeText } from '../reading/scope';
import { valueIn } from '../source';
import {
  type Around,
  judged,
  observeLicense,
  observeMisconfiguration,
  observeSecret,
  observeVulnerability,
} from './observe';
import {
  ClusterReport,
  License,
  Misconfiguration,
  Modified,
  Report,
  type Resource,
  resourceLists,
  Secret,
  type Target,
  Vulnerability,
} from './report';

/** Trivy's own report in JSON. */
export const trivy: Format = {
  name: 'trivy',
  title: 'Trivy JSON: vulnerabilities, misconfigurations, secrets, licences',
  complete:
    'the image without tag, the folder or repository, or the cluster that was scanned; it proves nothing where an image has no name, where a cluster has no list of resources, or where one of them could not be scanned',
  signs: 'SchemaVersion 2 with ArtifactName, or ClusterName with Resources',
  recognises: ({ document }) =>
    isOfCluster(document) ||
    (valueIn(document, 'SchemaVersion') === 2 && typeof valueIn(document, 'ArtifactName') === 'string'),
  read,
};

const isA =
  'a report of Trivy in JSON: an object with SchemaVersion 2, ArtifactName and Results, or with ClusterName and Resources';
const tool = 'Trivy';

function isOfCluster(document: unknown): boolean {
  return valueIn(document, 'ClusterName') !== undefined && !Array.isArray(document);
}

function read({ document }: Source, { product }: ReadOptions): ReportReading {
  const reading = new Reading(product);
  const refusal = isOfCluster(document) ? readCluster(reading, document) : readArtifact(reading, document);
  return refusal ?? reading.answer();
}

function readArtifact(reading: Reading, document: unknown): ReportReading | undefined {
  const read = frameOf(document, Report, isA);
  if (!read.ok) return read;
  const { ArtifactName: name = '', ArtifactType: type = '', Metadata: metadata, Results } = read.frame;
  const isImage = type === 'container_image';
  const image = isImage ? imageOfArtifact(name, metadata?.RepoTags ?? []) : '';
  const isRemote = /^[a-z][a-z0-9+.-]*:\/\/|^git@/i.test(name);
  const whole = isRemote ? { repository: repositoryName(name) } : { folder: folderPath(name) };
  const scope = isImage ? { image: imageName(image) } : whole;
  const isNameless = isImage && image === '';
  const incomplete = isNameless ? 'noScope' : isLookedAt(document, read.frame) ? undefined : 'noResults';
  const part = reading.part({ tool, scope: scopeText(scope), ...(incomplete && { incomplete }) });
  for (const [position, target] of (Results ?? []).entries()) {
    if (target === undefined) reading.reject([notATarget(`Results.${String(position)}`)]);
    else {
      const place = isImage ? { ...placeIn(target, name), image } : placeBelow(isRemote ? '' : name, target);
      takeTarget(reading, target, `Results.${String(position)}`, { part, place });
    }
  }
  return undefined;
}

/** Trivy leaves the list out of a report where it found nothing at all; what it looked at it names. */
function isLookedAt(document: unknown, { ArtifactName = '', Results }: Report): boolean {
  return Results !== undefined || (ArtifactName !== '' && (valueIn(document, 'Results') ?? null) === null);
}

function readCluster(reading: Reading, document: unknown): ReportReading | undefined {
  const read = frameOf(document, ClusterReport, isA);
  if (!read.ok) return read;
  const cluster = read.frame;
  const lists = resourceLists.flatMap((name) => {
    const resources = cluster[name];
    return resources === undefined ? [] : [{ name, resources }];
  });
  const failed = lists.some(({ resources }) => resources.some((one) => (one?.Error ?? '') !== ''));
  const incomplete = lists.length === 0 ? 'noResults' : failed ? 'notAllChecked' : undefined;
  const scope = scopeText({ cluster: cluster.ClusterName });
  const part = reading.part({ tool, scope, ...(incomplete && { incomplete }) });
  const around = { part, place: { whole: cluster.ClusterName } };
  for (const { name, resources } of lists) {
    for (const [position, resource] of resources.entries()) {
      const at = `${name}.${String(position)}`;
      if (resource === undefined) reading.reject([notATarget(at)]);
      else takeResource(reading, resource, at, around);
    }
  }
  return undefined;
}

function takeResource(reading: Reading, resource: Resource, at: string, { part, place }: Around): void {
  const { Namespace = '', Kind = '', Name = '', Metadata: metadata, Results = [] } = resource;
  const workload = [Namespace, Kind, Name].filter((name) => name !== '').join('/');
  for (const [index, target] of Results.entries()) {
    const image = firstImage([...(metadata?.RepoTags ?? []), imageOf(target)]);
    const inside = { ...place, resource: workload, ...(image !== '' && { image }) };
    const path = `${at}.Results.${String(index)}`;
    if (target === undefined) reading.reject([notATarget(path)]);
    else takeTarget(reading, target, path, { part, place: inside });
  }
}

/** The name by which the image was asked for, where it is one of its names; these are many, in any order. */
function imageOfArtifact(name: string, tags: readonly (string | undefined)[]): string {
  return tags.includes(name) ? name : firstImage([...tags, name]);
}

/** Packages of an operating system are listed under their image: `nginx:1.25 (debian 12.1)`. */
function imageOf(target: Target | undefined): string {
  return target?.Class === 'os-pkgs' ? (target.Target ?? '').replace(/ \([^()]*\)$/, '') : '';
}

function notATarget(path: string) {
  return { path, message: 'must be an object with a list of results' };
}

/** The packages of an operating system are in no file, and what is named after the image is not either. */
function placeIn({ Class, Target = '' }: Target, artifact: string): Place {
  return Class === 'os-pkgs' || (artifact !== '' && Target.startsWith(artifact))
    ? {}
    : { file: fileBelow('', Target) };
}

function placeBelow(artifact: string, target: Target): Place {
  const { file } = placeIn(target, '');
  return file === undefined ? {} : { file: fileBelow(artifact, target.Target ?? '') };
}

function takeTarget(reading: Reading, target: Target, at: string, around: Around): void {
  const under = (name: string) => `${at}.${name}`;
  const { Vulnerabilities, Misconfigurations, Secrets, Licenses, ExperimentalModifiedFindings } = target;
  reading.take(Vulnerabilities, under('Vulnerabilities'), Vulnerability, (one) =>
    observeVulnerability(one, around),
  );
  reading.take(Misconfigurations, under('Misconfigurations'), Misconfiguration, (one) =>
    observeMisconfiguration(one, around),
  );
  reading.take(Secrets, under('Secrets'), Secret, (one) => observeSecret(one, around));
  reading.take(Licenses, under('Licenses'), License, (one) => observeLicense(one, around));
  reading.take(ExperimentalModifiedFindings, under('ExperimentalModifiedFindings'), Modified, (one) =>
    judged(observeModified(one, around), one),
  );
}

/** What was found before somebody judged it. */
function observeModified({ Type: type = '', Finding: finding }: Modified, around: Around): Observation[] {
  const [vulnerability, check] = [
    Vulnerability.safeParse(finding).data,
    Misconfiguration.safeParse(finding).data,
  ];
  const [secret, license] = [Secret.safeParse(finding).data, License.safeParse(finding).data];
  if (type === 'vulnerability') return vulnerability ? observeVulnerability(vulnerability, around) : [];
  if (type === 'misconfiguration') return check ? observeMisconfiguration(check, around) : [];
  if (type === 'secret') return secret ? observeSecret(secret, around) : [];
  return type === 'license' && license ? observeLicense(license, around) : [];
}
