/** Templates as the mappings see them: the engine that makes texts of them is loaded only where there are any. */
import type { AdfBlock } from '../adf/types';

/** Where in a template something is wrong, counted from 1, and what. */
export interface TemplateError {
  readonly line: number;
  readonly column: number;
  readonly said: string;
}

export type Failed = { readonly ok: false } & TemplateError;
export type Rendered = { readonly ok: true; readonly text: string } | Failed;

/** `prose`: how many of the blocks reach to the end of the last Markdown field that the template shows. */
export type Written =
  { readonly ok: true; readonly blocks: readonly AdfBlock[]; readonly prose: number } | Failed;

/** `trusted`: a template of the app's own, which needs no limits. */
export type Trust = 'trusted';

/** Nothing is ever thrown: what fails says where and why. */
export interface Templates {
  /** What is inserted stays as it is. */
  line(template: string, scope: object): Rendered;
  /** What is inserted is text, unless its field is Markdown itself. */
  document(template: string, scope: object, trust?: Trust): Written;
  /** What is wrong with a template before it ever meets a finding. */
  check(template: string): TemplateError | undefined;
}
