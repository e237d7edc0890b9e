/** The calls of the issue action *Link a finding*. The issue stands in the context, never in the input. */
import { z } from 'zod';
import type { FindingFacts } from './link-record';
import type { PanelError } from './panel-calls';

/** What each call takes. */
export const linkFindingInputs = {
  /** `text`: an exact id, or part of a title or CVE; none: the newest. */
  'finding.search': z.object({ text: z.string().trim().max(255).optional() }),
  /** `ref`: as a search answered it. */
  'finding.link': z.object({ ref: z.string().min(1).max(200) }),
} as const;
export type LinkFindingCall = keyof typeof linkFindingInputs;
export type LinkFindingInput<Name extends LinkFindingCall> = z.input<(typeof linkFindingInputs)[Name]>;
export type LinkFindingParsed<Name extends LinkFindingCall> = z.output<(typeof linkFindingInputs)[Name]>;

/** A finding, or a group of findings, that the issue may become an issue of. */
export interface OfferedFinding extends Pick<FindingFacts, 'title' | 'severity'> {
  readonly ref: string;
  readonly id: string;
  readonly product: string;
}

/** The exact id first, then the newest; `more`: only the first are shown. */
export interface FindingSearch {
  readonly findings: readonly OfferedFinding[];
  readonly more?: true;
}
export type LinkFindingAnswer<T> = T | { readonly error: PanelError };
