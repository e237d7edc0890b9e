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
  return [path, thing, named, withoutTag(image), whole].join('\n').trimEnd();
}

/** An image's name without tag and digest. */
export function withoutTag(name: string): string {
  return name.replace(/@sha(?:256|512):[0-9a-f]+$/i, '').replace(/([^/:]):\w[\w.-]{0,127}$/, '$1');
}

/** A path that tells nothing of the machine's drives. */
export function withoutDrive(path: string): string {
  return path.replace(/^[a-z]:(?=\/)/i, '');
}
