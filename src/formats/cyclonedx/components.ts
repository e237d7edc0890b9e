import type { Package, Place } from '../reading/observation';
import { folderPath } from '../reading/file-path';
import { withoutVersion } from '../reading/place-text';
import { readPurl } from '../reading/purl';
import { firstImage } from '../reading/scope';
import { valueIn } from '../source';
import { Component } from './bom';

/** Components and services of a document by their `bom-ref`, also those inside of others. */
export class Components {
  private readonly raw = new Map<string, unknown>();
  private readonly read = new Map<string, Component | undefined>();

  constructor(roots: readonly unknown[]) {
    const open = roots.flatMap(listOf);
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      const ref = valueIn(one, 'bom-ref');
      if (typeof ref === 'string' && !this.raw.has(ref)) this.raw.set(ref, one);
      for (const inner of [valueIn(one, 'components'), valueIn(one, 'services')])
        for (const each of listOf(inner)) open.push(each);
    }
  }

  /** What a reference names: thousands of vulnerabilities may share a component. */
  find(ref: string): Component | undefined {
    if (!this.read.has(ref)) this.read.set(ref, Component.safeParse(this.raw.get(ref)).data);
    return this.read.get(ref);
  }
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value.filter((one) => one !== undefined && one !== null) : [];
}

/** Where a vulnerability is, by what it affects. A reference into another document ends in the one there. */
export function placeOfRef(ref: string, components: Components): Place {
  const own = /^urn:cdx:[^#]*#(.+)$/i.exec(ref)?.[1];
  const named = own === undefined ? ref : decoded(own);
  const component = components.find(ref) ?? components.find(named);
  if (component !== undefined) return placeOf(component);
  const purl = readPurl(named);
  if (purl !== undefined) return { package: { ...purl, purl: named } };
  // A reference that a tool makes up anew in each run would make each run's finding a new one.
  return isMadeUp(named) ? {} : { resource: named };
}

function placeOf(component: Component): Place {
  const { type, group = '', name = '', version, purl } = component;
  if (type === 'container') return { image: imageOf(component) };
  const ofPurl = purl === undefined ? undefined : readPurl(purl);
  const full = name === '' ? (ofPurl?.name ?? '') : group === '' ? name : `${group}/${name}`;
  if (full === '') return {};
  const found: Package = { name: full, version: version ?? ofPurl?.version, ...(ofPurl && { purl }) };
  return { package: found };
}

/** What the whole document is about. */
export function subjectOf(component: Component | undefined): Pick<Place, 'image' | 'whole'> {
  if (component === undefined) return {};
  const { type, group = '', name = '', version } = component;
  if (type === 'container') return { image: firstImage([imageOf(component)]) };
  const isPath = type === 'file' || /^[./\\]/.test(name);
  const plain = withoutVersion(name, version);
  return { whole: isPath ? folderPath(name) : [group, plain].filter((part) => part !== '').join('/') };
}

function imageOf({ name = '', version = '' }: Component): string {
  return version === '' || name.includes(version)
    ? name
    : `${name}${version.startsWith('sha') ? '@' : ':'}${version}`;
}

function isMadeUp(ref: string): boolean {
  return /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-|^[0-9a-f]{16,}$|^urn:uuid:|^\d+$/i.test(ref);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A percent sign that encodes nothing stands for itself.
    return text;
  }
}
