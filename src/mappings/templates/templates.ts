/** Templates as the mappings see them: the engine that makes texts of them is loaded only where there are any. */

/** Where in a template something is wrong, counted from 1, and what. */
export interface TemplateError {
  readonly line: number;
  readonly column: number;
  readonly said: string;
}

export type Rendered =
  { readonly ok: true; readonly text: string } | ({ readonly ok: false } & TemplateError);

/** `markdown`: what is inserted is made text of, unless it is Markdown itself; `plain`: it stays as it is. */
export type RenderAs = 'markdown' | 'plain';

export interface Templates {
  render(template: string, scope: object, as: RenderAs): Rendered;
  /** What is wrong with a template before it ever meets a finding. */
  check(template: string): TemplateError | undefined;
}
