import type { FindingInput } from '../../contract/finding';
import type { Marks } from '../../contract/stored/known-results';
import { printMark } from '../matching/sketch';
import { steadyMessage, textMarks } from '../reading/text-marks';
import { packageOf, steadyWords } from './known-tools';
import type { Result, Run } from './log';
import { placeMark } from './place-mark';
import { sourceOf } from './scope';
import { isGone } from './status';

/** What the identity of a result is made of. */
export interface Told {
  readonly run: Run;
  readonly result: Result;
  readonly tool: string;
  readonly ruleId: string;
  /** The id of the rule that the result is of, or of a part of. */
  readonly rule: string | undefined;
  readonly oldRules: readonly string[];
  readonly location: FindingInput['location'];
  /** The filled message as plain text. */
  readonly message: string;
}

const mostPrints = 5;
const mostOldRules = 10;
/** Each of a rule's results carries its former names: one that is longer than any tool's is none. */
const longestOldRule = 255;

/** What tells a result from the others of its report, and finds it again in the next one. */
export function marksOf(told: Told): Marks {
  const { run, result, tool, ruleId, location, message } = told;
  const prints = printsOf(result);
  const oldRules = formerNames(told)
    .slice(0, mostOldRules)
    .filter((rule) => rule !== '' && rule !== ruleId && rule.length <= longestOldRule);
  const region = result.locations?.find((place) => place?.physicalLocation?.region)?.physicalLocation?.region;
  return {
    rule: ruleId,
    place: placeMark({ location, package: packageOf(tool, message), repository: sourceOf(run).repository }),
    ...textMarks({
      partial: partialFingerprints(result),
      code: region?.snippet?.text ?? '',
      message: steadyMessage(steadyWords(tool, message)),
      component: location?.component ?? '',
    }),
    ...(prints.length > 0 && { prints }),
    ...(oldRules.length > 0 && { oldRules }),
    ...(region?.startLine !== undefined && { line: region.startLine }),
    ...(region?.startColumn !== undefined && { column: region.startColumn }),
    ...(isGone(result) && { gone: true }),
  };
}

/** A result of a part of a rule, such as CA1000/1, had that part of the former rule. */
function formerNames({ ruleId, rule, oldRules }: Told): readonly string[] {
  const part = rule !== undefined && ruleId.startsWith(`${rule}/`) ? ruleId.slice(rule.length) : '';
  return part === '' ? oldRules : oldRules.flatMap((old) => [`${old}${part}`, old]);
}

/** A result's own guid names it in one run only; its correlation guid is the same in all. */
function printsOf({ correlationGuid, fingerprints }: Result): string[] {
  const guid = correlationGuid?.trim().toLowerCase() ?? '';
  const isGuid = guid !== '' && !/^[0-]+$/.test(guid);
  return [
    ...(isGuid ? [printMark('correlationGuid', guid)] : []),
    // Later versions of a fingerprint have later names: they are trusted first.
    ...usable(fingerprints)
      .toReversed()
      .slice(0, mostPrints)
      .map(([name, value]) => printMark(name, value)),
  ].slice(0, mostPrints);
}

/** Name and value of each fingerprint, sorted. Prose such as "requires login" is a notice of the tool, no print. */
function usable(prints: Readonly<Record<string, string>> | undefined): [string, string][] {
  return Object.entries(prints ?? {})
    .filter(([, value]) => value !== '' && !/\s/.test(value))
    .sort(([left], [right]) => (left < right ? -1 : 1));
}

/** Parts of a print that tell about the position, the commit or its author, none of which is the finding's. */
const movingPart = /column|line-?number|(?:start|end)-?line|commit|author|e-?mail|date|time/i;

/** The hash of the line's own words is enough by itself; other parts count unless they move with the code. */
function partialFingerprints(result: Result): string {
  const prints = usable(result.partialFingerprints).filter(([name]) => !movingPart.test(name));
  const ofLine = prints.filter(([name]) => name.startsWith('primaryLocationLineHash'));
  const best = ofLine.length > 0 ? ofLine : prints;
  return best.length === 0 ? '' : JSON.stringify(best);
}
