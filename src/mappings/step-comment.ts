/** What a step of the escalation says on an issue. */
import type { Action, EscalationStep } from '../contract/sla';
import { doc, mention, paragraph, text } from './adf/adf';

const ends = { fix: 'To be fixed by', assign: 'To be assigned by' } as const;

/**
 * The words of the admin, to the person named, and below them the day: with the step's id that tells the comment from all
 * others, so that it is found again and not said twice.
 */
export function stepComment(
  { mention: person, text: words = '' }: Action,
  { id, clock }: EscalationStep,
  due: string,
): object {
  const named = person?.id === undefined ? [] : [mention(person.id, person.name), ...text(' ')];
  const mark = text(`${ends[clock]} ${due} (${id})`, [{ type: 'em' }]);
  return doc([paragraph([...named, ...text(words)]), paragraph(mark)]);
}
