/** People and priorities that steps of the escalation name. */
import type { RefKind } from '../../contract/messages/terms';
import type { Ref } from '../../contract/ref';
import type { Sla } from '../../contract/sla';

export interface SlaRef {
  readonly path: readonly (string | number)[];
  readonly kind: Extract<RefKind, 'person' | 'priority'>;
  readonly ref: Ref;
  /** The action that is nothing without it. */
  readonly takesOut?: readonly (string | number)[];
}

/** Paths count from the section. */
export function slaRefs({ escalation }: Sla): SlaRef[] {
  return escalation.flatMap((step, index) =>
    step.do.flatMap(({ kind, mention, to }, position): SlaRef[] => {
      const at = ['escalation', index, 'do', position];
      return [
        ...one('person', [...at, 'mention'], mention),
        ...(kind === 'assign' ? one('person', [...at, 'to'], to, at) : []),
        ...(kind === 'priority' ? one('priority', [...at, 'to'], to, at) : []),
      ];
    }),
  );
}

function one(
  kind: SlaRef['kind'],
  path: SlaRef['path'],
  ref: Ref | null | undefined,
  takesOut?: SlaRef['path'],
): SlaRef[] {
  return ref ? [{ path, kind, ref, ...(takesOut ? { takesOut } : {}) }] : [];
}
