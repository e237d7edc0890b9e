import type { FindingInput } from '../../contract/finding';
import { placeText, withoutDrive, withoutTag } from '../reading/place-text';

interface Place {
  readonly location: FindingInput['location'];
  readonly package: string;
  readonly repository: string | undefined;
}

/**
 * Where a result was found, as it stays from run to run: without drive letter, image tag and package version. A path
 * comes first, so that the folder above it may change.
 */
export function placeMark({ location, package: named, repository }: Place): string {
  const file = withoutTag(withoutDrive(location?.file ?? ''));
  const path = file === '' ? (location?.url ?? '') : file;
  // A function's name beside its file may change; without a file it is all that tells where.
  const thing = path === '' ? withoutVersion(location?.component ?? '') : '';
  return placeText({ path, thing, package: named, image: location?.image ?? '', whole: repository });
}

/** A package without its version, an image without its tag. */
function withoutVersion(component: string): string {
  return withoutTag(component.replace(/([^/@])@[^/@]+$/, '$1'));
}
