import { asff } from './asff';
import { cyclonedx } from './cyclonedx';
import type { Format, Source } from './format';
import { generic } from './generic';
import { gitlab } from './gitlab';
import { grype } from './grype';
import { ocsf } from './ocsf';
import { sarif } from './sarif';
import { semgrep } from './semgrep';
import { trivy } from './trivy';

/** Every report format; a new one is one folder and one entry here. In this order they look at a report. */
export const knownFormats: readonly Format[] = [
  sarif,
  cyclonedx,
  trivy,
  semgrep,
  grype,
  asff,
  ocsf,
  gitlab,
  generic,
];

/** Every report format by the name in its address. */
export const formats: ReadonlyMap<string, Format> = new Map(
  knownFormats.map((format) => [format.name, format]),
);

/** The format of a report by its content; undefined: none knows it. */
export function formatOf(source: Source): Format | undefined {
  return knownFormats.find((format) => format.recognises(source));
}

/** Media types beside JSON in which some formats come. */
export const reportMedia: ReadonlySet<string> = new Set(knownFormats.flatMap(({ media = [] }) => media));
