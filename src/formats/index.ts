import type { Format } from './format';
import { sarif } from './sarif';

const known: readonly Format[] = [sarif];

/** Every report format by the name in its address; a new format is one folder and one entry above. */
export const formats: Readonly<Record<string, Format | undefined>> = Object.assign(
  // No prototype: a report called "constructor" is not a format.
  Object.create(null) as Record<string, Format | undefined>,
  Object.fromEntries(known.map((format) => [format.name, format])),
);
