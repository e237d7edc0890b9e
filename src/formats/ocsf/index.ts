import { z } from 'zod';
import { limits } from '../../contract/portal-api';
import type { Format, ReadOptions, ReportReading, Source } from '../format';
import { brokenLine, type Line, lineName, linesOf } from '../reading/lines';
import { frameOf, Reading, tooManyResults } from '../reading/reading';
import { scopeText } from '../reading/scope';
import { firstIn, valueIn } from '../source';
import { Event } from './event';
import { isPassed } from './judgement';
import { observe } from './observe';

/** OCSF findings, as one JSON document or one object a line. */
export const ocsf: Format = {
  name: 'ocsf',
  title: 'OCSF findings (classes 2001 to 2004), a list or one object a line',
  complete:
    'each product, account and region that the report names by at least one event, also one that passed; it proves nothing where a line is broken, or where the report is empty',
  signs: 'events with class_uid, as a list or one a line',
  media: ['application/x-ndjson', 'application/jsonl', 'application/json-seq'],
  recognises: (source) => valueIn(firstOf(source), 'class_uid') !== undefined,
  read,
};

const isA = 'OCSF events in JSON: a list, one object, or one object a line';

function firstOf({ text, document }: Source): unknown {
  if (document !== undefined) return Array.isArray(document) ? firstIn(document) : document;
  return linesOf(text, 1)[0]?.json?.json;
}

interface Entry {
  readonly at: string;
  readonly raw: unknown;
  readonly line?: Line;
}

/** Entries with their places; undefined: the source is of neither form. */
function entriesOf({ text, document }: Source): readonly Entry[] | undefined {
  if (document === undefined && text.trim() !== '')
    return linesOf(text, limits.reportResults + 1).map((line) => ({
      at: lineName(line),
      raw: line.json?.json,
      line,
    }));
  if (Array.isArray(document))
    return document.map((raw: unknown, index) => ({ at: `events.${String(index)}`, raw }));
  return valueIn(document, 'class_uid') === undefined ? undefined : [{ at: 'event', raw: document }];
}

function read(source: Source, { product }: ReadOptions): ReportReading {
  const entries = entriesOf(source);
  const read = frameOf(
    entries?.map(({ raw }) => raw ?? null),
    z.array(z.unknown()),
    isA,
  );
  if (!read.ok) return read;
  const reading = new Reading(product);
  if (entries === undefined || entries.length === 0)
    reading.part({ tool: 'OCSF', scope: '', incomplete: 'noTool' });
  if (read.frame.length > limits.reportResults) return { ok: false, errors: [tooManyResults] };
  for (const { at, raw, line } of entries ?? []) {
    if (line !== undefined && line.json === undefined) reading.reject([brokenLine(line)]);
    else
      reading.takeOne(raw, at, Event, (event) => {
        const part = reading.part({ tool: toolOf(event), scope: scopeOf(event) });
        return isPassed(event) ? [] : observe(event, part);
      });
  }
  return reading.answer();
}

function toolOf({ metadata }: Event): string {
  const { name, uid, vendor_name: vendor } = metadata?.product ?? {};
  return [name, uid, vendor].find((one) => one !== undefined && one.trim() !== '') ?? 'OCSF';
}

function scopeOf({ cloud, resources, resource }: Event): string {
  const region = cloud?.region ?? resources?.find((one) => one?.region)?.region ?? resource?.region;
  return scopeText({ account: cloud?.account?.uid, region });
}
