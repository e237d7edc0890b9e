/** Where a result was found, without what changes from run to run. */
export interface PlaceParts {
  /** A path or an address; it comes first, so that the folder above it may change. */
  readonly path?: string | undefined;
  /** A function, a resource or a host. */
  readonly thing?: string | undefined;
  readonly package?: string | undefined;
  readonly image?: string | undefined;
  /** Repository, project or whatever else the whole report is about. */
  readonly whole?: string | undefined;
}

/** The parts as the text by which a place is found again. */
export function placeText({
  path = '',
  thing = '',
  package: named = '',
  image = '',
  whole = '',
}: PlaceParts) {
  return [path, thing, named, imageName(image), whole].join('\n').trimEnd();
}

/** An image's name without tag and digest. */
export function withoutTag(name: string): string {
  return name.replace(/@sha(?:256|512):[0-9a-f]+$/i, '').replace(/([^/:]):\w[\w.-]{0,127}$/, '$1');
}

/** A path or address whose parts name images and archives without their tags, digests and versions. */
export function withoutBuilds(path: string): string {
  return withoutTag(path)
    .replace(/@sha(?:256|512):[0-9a-f]+(?=\/)/gi, '')
    .replace(/([^/:]):(?=[\w.-]{0,127}\d|latest\/)\w[\w.-]{0,127}(?=\/)/g, '$1')
    .split('/')
    .map(withoutVersionOfArchive)
    .join('/');
}

/** `-1.0.3-SNAPSHOT` before the kind of an archive, which is another one with each build. Longer ones are none. */
function withoutVersionOfArchive(name: string): string {
  const kind = archive.exec(name)?.[0] ?? '';
  if (kind === '') return name;
  const plain = name.slice(0, -kind.length);
  const start = Math.max(0, plain.length - longestVersion);
  return plain.slice(0, start) + plain.slice(start).replace(/[-_]v?\d{1,9}\.[\w.+-]+$/i, '') + kind;
}

const archive = /\.(?:jar|war|ear|aar|whl|egg|gem|nupkg|tgz|tar\.gz|zip)$/i;
const longestVersion = 92;

/** An image without tag, digest and the registry that stands for none. */
export function imageName(name: string): string {
  return withoutTag(name)
    .replace(/^(?:(?:index|registry-1)\.)?docker\.io\//i, '')
    .replace(/^library\//, '');
}

/** A path without a version that it holds, such as that of a package in an archive's name. */
export function withoutVersion(path: string, version = ''): string {
  return version.length < 3 ? path : path.replaceAll(version, '');
}

/** A path that tells nothing of the machine's drives. */
export function withoutDrive(path: string): string {
  return path.replace(/^[a-z]:(?=\/)/i, '');
}
