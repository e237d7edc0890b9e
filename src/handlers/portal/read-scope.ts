/** What the query of a report says about what it speaks for. */
import type { FieldError } from '../../contract/problem';
import type { Piece } from '../../contract/stored/reports';
import type { PortalRequest } from './request';

export type ScopeReading =
  | { readonly ok: true; readonly scope?: string; readonly piece?: Piece }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

const longest = 255;
const mostPieces = 100;

/** `scope`, and `part` with `upload`; the platform splits values at commas, so what holds one is refused. */
export function readScope({ query }: PortalRequest): ScopeReading {
  const [scope, part, upload] = ['scope', 'part', 'upload'].map((name) => textOf(query, name));
  const errors = [scope, part, upload].flatMap((one) => (one?.error ? [one.error] : []));
  if (errors.length > 0) return { ok: false, errors };
  const own = scope?.value === undefined ? {} : { scope: scope.value };
  if (part?.value === undefined && upload?.value === undefined) return { ok: true, ...own };
  const [number, of] = /^(\d{1,3})-of-(\d{1,3})$/
    .exec(part?.value ?? '')
    ?.slice(1)
    .map(Number) ?? [0, 0];
  if (number === undefined || of === undefined || number < 1 || number > of || of > mostPieces)
    return wrong('part', `must be like 2-of-5, with at most ${String(mostPieces)} parts`);
  if (upload?.value === undefined)
    return wrong('upload', 'must name the report that the part belongs to, the same in all its parts');
  return { ok: true, ...own, piece: { upload: upload.value, number, of } };
}

interface Text {
  readonly value?: string;
  readonly error?: FieldError;
}

function textOf(query: PortalRequest['query'], name: string): Text {
  const values = query(name);
  const value = values[0]?.trim();
  if (value === undefined) return {};
  if (values.length > 1) return { error: { path: name, message: 'must be one text without a comma' } };
  if (value === '') return { error: { path: name, message: 'must not be empty' } };
  if (value.length > longest)
    return { error: { path: name, message: `must be a text of at most ${String(longest)} characters` } };
  return { value };
}

function wrong(path: string, message: string): ScopeReading {
  return { ok: false, errors: [{ path, message }] };
}
