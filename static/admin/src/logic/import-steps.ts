/** An import in two steps: first what would change, then its application on top of just that. */
import type { AdminInput, AdminOutputs } from '#contract/api';
import { CallError } from '../../../shared/call-error';

type Outcome = AdminOutputs['settings.import'];
/** Calls the backend. @throws CallError when it refuses */
type Send = (input: AdminInput<'settings.import'>) => Promise<Outcome>;

/** What the document would change; nothing is stored. */
export function compareImport(send: Send, document: unknown): Promise<Outcome> {
  return send({ document, apply: false });
}

/**
 * Applies the document to the versions it was compared with. When somebody saved in between, nothing is stored and
 * the answer is a new comparison: its `applied` is false.
 */
export async function applyImport(send: Send, document: unknown, compared: Outcome): Promise<Outcome> {
  try {
    return await send({ document, apply: true, versions: compared.versions });
  } catch (error) {
    if (error instanceof CallError && error.code === 'conflict') return compareImport(send, document);
    throw error;
  }
}
