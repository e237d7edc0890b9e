import type { FindingInput } from '../../contract/finding';
import { placeText, withoutBuilds, withoutDrive, withoutVersion } from '../reading/place-text';
import { readPurl } from '../reading/purl';

interface Place {
  readonly location: FindingInput['location'];
  readonly package: string;
  readonly repository: string | undefined;
}

/**
 * Where a result was found, as it stays from run to run: without drive letter, tags of images and versions of packages. A path
 * comes first, so that the folder above it may change.
 */
export function placeMark({ location, package: named, repository }: Place): string {
  const { component = '' } = location ?? {};
  const version = component?.startsWith('pkg:') ? readPurl(component)?.version : undefined;
  const file = withoutBuilds(withoutVersion(withoutDrive(location?.file ?? ''), version));
  const path = file === '' ? (location?.url ?? '') : file;
  // A function's name beside its file may change; without a file it is all that tells where.
  const thing = path === '' ? withoutItsVersion(component ?? '') : '';
  return placeText({ path, thing, package: named, image: location?.image ?? '', whole: repository });
}

/** A package without its version, an image without its tag. */
function withoutItsVersion(component: string): string {
  return withoutBuilds(component.replace(/([^/@])@[^/@]+$/, '$1'));
}
