import type { Format, ReadOptions, ReportReading, Source } from '../format';
import { imageName } from '../reading/place-text';
import { frameOf, Reading } from '../reading/reading';
import { scopeText } from '../reading/scope';
import { valueIn } from '../source';
import { Bom, Component, Tools, Vulnerability } from './bom';
import { Components, subjectOf } from './components';
import { observe } from './observe';

/** CycloneDX with vulnerabilities (VDR) or judgements of them (VEX). */
export const cyclonedx: Format = {
  name: 'cyclonedx',
  title: 'CycloneDX VDR and VEX 1.4 to 1.6, JSON',
  complete:
    'the component that the document is about (metadata.component, without version or tag); it proves nothing without a list of vulnerabilities, or where a composition calls the list incomplete',
  signs: 'bomFormat "CycloneDX"',
  recognises: ({ document }) => valueIn(document, 'bomFormat') === 'CycloneDX',
  read,
};

const isA =
  'a CycloneDX document of version 1.4 or later in JSON: an object with bomFormat, specVersion and vulnerabilities';

function read({ document }: Source, { product }: ReadOptions): ReportReading {
  const read = frameOf(document, Bom, isA);
  if (!read.ok) return read;
  const bom = read.frame;
  const reading = new Reading(product);
  const subject = subjectOf(Component.safeParse(bom.metadata?.component).data);
  const scope = scopeText({ image: imageName(subject.image ?? ''), project: subject.whole });
  const part = reading.part({ tool: toolOf(bom), scope, ...incompletenessOf(bom) });
  const components = new Components([[bom.metadata?.component], bom.components, bom.services]);
  reading.take(bom.vulnerabilities, 'vulnerabilities', Vulnerability, (one) =>
    observe(one, { part, components, subject }),
  );
  return reading.answer();
}

function toolOf({ metadata }: Bom): string {
  return Tools.safeParse(metadata?.tools).data?.[0] ?? 'CycloneDX';
}

/** A bill of materials without the list was not looked through; one whose composition says so, not to the end. */
function incompletenessOf({ vulnerabilities, compositions = [] }: Bom) {
  if (!Array.isArray(vulnerabilities)) return { incomplete: 'noResults' as const };
  const isPartial = compositions.some(
    (one) => (one?.vulnerabilities ?? []).length > 0 && /^incomplete/.test(one?.aggregate ?? ''),
  );
  return isPartial ? { incomplete: 'notAllChecked' as const } : {};
}
