import type { Format, ReadOptions, ReportReading, Source } from '../format';
import { frameOf, Reading } from '../reading/reading';
import { scopeText } from '../reading/scope';
import { firstIn, valueIn } from '../source';
import { AsffFinding } from './finding';
import { outcomeOf } from './judgement';
import { observe } from './observe';
import { z } from 'zod';

/** AWS Security Finding Format, as Security Hub and many tools write it. */
export const asff: Format = {
  name: 'asff',
  title: 'AWS Security Finding Format (ASFF)',
  complete:
    'each product, account and region that the report names by at least one finding, also one that passed; it proves nothing where a control could not be checked, or where the report is empty',
  signs: 'findings with SchemaVersion, ProductArn and AwsAccountId',
  recognises: ({ document }) => {
    const { list } = findingsIn(document);
    // What the API of Security Hub answers where it has none; the API of portals spells it otherwise.
    if (Array.isArray(list) && list.length === 0) return valueIn(document, 'Findings') === list;
    const first = firstIn(list);
    return ['SchemaVersion', 'ProductArn', 'AwsAccountId'].filter((name) => valueIn(first, name)).length >= 2;
  },
  read,
};

const isA = 'findings of AWS in JSON: {"Findings": […]}, a list of findings, or one finding';

interface Findings {
  readonly at: string;
  readonly list: unknown;
}

/** The forms in which findings come: a list, from the API, from an export, from an event, alone. */
function findingsIn(document: unknown): Findings {
  if (Array.isArray(document)) return { at: 'findings', list: document };
  for (const name of ['Findings', 'findings'])
    if (Array.isArray(valueIn(document, name))) return { at: name, list: valueIn(document, name) };
  const ofEvent = valueIn(valueIn(document, 'detail'), 'findings');
  if (Array.isArray(ofEvent)) return { at: 'detail.findings', list: ofEvent };
  return { at: 'findings', list: valueIn(document, 'ProductArn') === undefined ? undefined : [document] };
}

function read({ document }: Source, { product }: ReadOptions): ReportReading {
  const { at, list } = findingsIn(document);
  const read = frameOf(list, z.array(z.unknown()), isA);
  if (!read.ok) return read;
  const reading = new Reading(product);
  if (read.frame.length === 0) reading.part({ tool: 'AWS Security Hub', scope: '', incomplete: 'noTool' });
  reading.take(read.frame, at, AsffFinding, (finding) => {
    const outcome = outcomeOf(finding);
    const part = reading.part({
      tool: toolOf(finding),
      scope: scopeOf(finding),
      ...(outcome === 'unknown' && { incomplete: 'notAllChecked' }),
    });
    return outcome === 'finding' ? observe(finding, part) : [];
  });
  return reading.answer();
}

/** The product's name; older findings hold it only in their fields, or at the end of its ARN. */
function toolOf({ ProductName, ProductFields, ProductArn = '' }: AsffFinding): string {
  const named = ProductName || ProductFields?.['aws/securityhub/ProductName'];
  return named || ProductArn.slice(ProductArn.lastIndexOf('/') + 1) || 'AWS Security Hub';
}

function scopeOf({ AwsAccountId, Region, Resources, ProductArn = '' }: AsffFinding): string {
  const ofProduct = ProductArn.split(':')[3];
  const region = Region || ofProduct || Resources?.find((one) => one?.Region)?.Region;
  return scopeText({ account: AwsAccountId, region });
}
