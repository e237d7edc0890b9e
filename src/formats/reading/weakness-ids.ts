/** CVE and CWE ids in what tools write. */
/** The CVE ids that these texts name, in capitals. */
export function cvesIn(places: readonly (string | undefined)[]): string[] {
  const ids = places.flatMap((place) => place?.match(/\bCVE-\d{4}-\d{4,}\b/gi) ?? []);
  return ids.map((id) => id.toUpperCase());
}

/** The CWE ids that a text names, as `CWE-79`. */
export function cwesIn(text: string): string[] {
  return [...text.matchAll(/\bCWE[-_:]?0*(\d{1,5})\b/gi)].map((match) => `CWE-${match[1] ?? ''}`);
}

/** The CWE id that a tool writes as a number or as a text. */
export function cweOfNumber(value: string | undefined): string[] {
  const number = /^\s*0*([1-9]\d{0,4})\s*$/.exec(value ?? '')?.[1];
  return number === undefined ? cwesIn(value ?? '') : [`CWE-${number}`];
}
