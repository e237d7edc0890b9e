import type { FindingInput } from '../../contract/finding';
import { clampText } from '../text';
import { addressOf } from './address';
import type { Location, LogicalLocation, Result, Run } from './log';
import { imageOf, sourceOf } from './scope';

type FindingLocation = NonNullable<FindingInput['location']>;

/** Where a result was found, by its first location that names a place; undefined when none does. */
export function locationOf(run: Run, result: Result): FindingLocation | undefined {
  const first = firstPlace(run, result.locations ?? []);
  const location = { ...first, ...circumstances(run) };
  return isSomewhere(location) ? location : undefined;
}

function firstPlace(run: Run, locations: readonly (Location | undefined)[]): FindingLocation {
  for (const location of locations) {
    const place = location === undefined ? {} : placeOf(run, location);
    if (isSomewhere(place)) return place;
  }
  return {};
}

/** Says whether a location names any place. */
export function isSomewhere(location: FindingLocation): boolean {
  return Object.keys(location).length > 0;
}

/** What one location of the log names: file and line, address, component. */
export function placeOf(run: Run, place: Location): FindingLocation {
  const { artifactLocation, region } = place.physicalLocation ?? {};
  const address = addressOf(run, artifactLocation);
  const component = logicalName(run, place.logicalLocations) ?? address.component;
  const line = address.file === undefined ? undefined : region?.startLine;
  return {
    ...(address.file && { file: tail(address.file, 1024) }),
    ...(line !== undefined && { line }),
    ...(address.url !== undefined && { url: address.url }),
    ...(component && { component: clampText(component, 512) }),
  };
}

function logicalName(run: Run, locations: Location['logicalLocations']): string | undefined {
  return locations?.map((location) => nameOf(location) ?? nameOf(listed(run, location))).find(Boolean);
}

function listed(run: Run, location: LogicalLocation | undefined): LogicalLocation | undefined {
  return location?.index === undefined ? undefined : run.logicalLocations?.[location.index];
}

function nameOf(location: LogicalLocation | undefined): string | undefined {
  return [location?.fullyQualifiedName, location?.name].find(
    (name) => name !== undefined && name.trim() !== '',
  );
}

/** What holds for the whole run: the branch that was scanned, the container image. */
function circumstances(run: Run): FindingLocation {
  const { branch } = sourceOf(run);
  const image = imageOf(run);
  return {
    ...(branch && { branch: clampText(branch, 255) }),
    ...(image !== '' && { image }),
  };
}

/** The end of a long path says more than its beginning. */
function tail(path: string, max: number): string {
  return path.length <= max ? path : `…${path.slice(path.length - max + 1).replace(/^[\uDC00-\uDFFF]/, '')}`;
}
