/** What clocks and steps must be beyond their shape. Paths count from the section. */
import type { FieldProblem } from '../../contract/invalid-fields';
import type { Sla } from '../../contract/sla';

/** A step of the fix clock may go by the due dates that the portal sends; to be assigned nobody else says by when. */
export function checkSla({ escalation, assign }: Sla): FieldProblem[] {
  return escalation.flatMap(({ id, clock }, index): FieldProblem[] => {
    const at = `escalation.${String(index)}`;
    const isTaken = escalation.findIndex((one) => one.id === id) < index;
    return [
      ...(isTaken ? [{ path: `${at}.id`, message: { code: 'notUnique' } as const }] : []),
      ...(clock === 'assign' && !assign
        ? [{ path: `${at}.clock`, message: { code: 'clockOff' } as const }]
        : []),
    ];
  });
}
