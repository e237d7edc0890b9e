import type { AdminOutputs, AdminParsed } from '../../contract/api';
import type { FieldProblem } from '../../contract/invalid-fields';
import { countEach, detectors, type Masking } from '../../contract/masking';
import { maskTexts } from '../../masking/mask-texts';
import { faultOf } from '../../masking/own-patterns';

/** What is wrong with own patterns: each is named, with the reason and the place. Paths count from the section. */
export function checkMasking({ own }: Masking): FieldProblem[] {
  const taken = new Set<string>(detectors);
  return own.flatMap(({ name, pattern }, index): FieldProblem[] => {
    const path = `own.${String(index)}`;
    const isTaken = taken.has(name);
    taken.add(name);
    const fault = faultOf(pattern);
    return [
      ...(isTaken ? [{ path: `${path}.name`, message: { code: 'notUnique' } } as const] : []),
      ...(fault
        ? [{ path: `${path}.pattern`, message: { code: 'badPattern', name, ...fault } } as const]
        : []),
    ];
  });
}

export type TryOutcome =
  | ({ readonly ok: true } & AdminOutputs['masking.try'])
  | { readonly ok: false; readonly errors: FieldProblem[] };

/** What a sample text would be stored as by these settings. */
export async function tryMasking({ masking, sample }: AdminParsed<'masking.try'>): Promise<TryOutcome> {
  const errors = checkMasking(masking).map(({ path, message }) => ({ path: `masking.${path}`, message }));
  if (errors.length > 0) return { ok: false, errors };
  const { text, kinds } = (await maskTexts([sample], masking))(sample);
  return { ok: true, text, masked: countEach(kinds) };
}
