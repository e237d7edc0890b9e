import { useState } from 'react';
import type { AdminInput, AdminOutputs } from '#contract/api';
import { tellSettingsSaved } from '../../hooks/settings-saved';
import { call } from '../../bridge/call';
import { useAction } from '../../hooks/use-call';
import { applyImport, compareImport } from '../../logic/import-steps';

type Outcome = AdminOutputs['settings.import'];

/** An import in two steps: what would change, then, when nobody saved in between, its application. */
export interface Import {
  readonly outcome?: Outcome;
  /** Somebody saved since the comparison: nothing was applied, and `outcome` compares with what they saved. */
  readonly overtaken: boolean;
  readonly comparing: boolean;
  readonly applying: boolean;
  readonly error?: Error;
  readonly compare: (document: unknown) => void;
  readonly apply: (document: unknown) => void;
  /** Forgets the comparison, because the document was changed. */
  readonly clear: () => void;
}

/** Compares and applies documents; `onApplied` is told once everything is stored. */
export function useImport(onApplied: () => void): Import {
  const [known, setKnown] = useState<{ outcome?: Outcome; overtaken: boolean }>(nothing);
  const compare = useAction((document: unknown) => compareImport(send, document));
  const apply = useAction(({ document, compared }: { document: unknown; compared: Outcome }) =>
    applyImport(send, document, compared),
  );
  const clear = () => {
    setKnown(nothing);
    compare.clear();
    apply.clear();
  };
  return {
    ...known,
    comparing: compare.busy,
    applying: apply.busy,
    ...firstError(compare.error, apply.error),
    compare: (document) => {
      clear();
      void compare.run(document).then((outcome) => {
        if (outcome !== undefined) setKnown({ outcome, overtaken: false });
      });
    },
    apply: (document) => {
      if (known.outcome === undefined) return;
      void apply.run({ document, compared: known.outcome }).then((outcome) => {
        if (outcome === undefined) return;
        setKnown(outcome.applied ? nothing : { outcome, overtaken: true });
        if (outcome.applied) {
          tellSettingsSaved();
          onApplied();
        }
      });
    },
    clear,
  };
}

const nothing = { overtaken: false };

function send(input: AdminInput<'settings.import'>): Promise<Outcome> {
  return call('settings.import', input);
}

function firstError(...errors: (Error | undefined)[]): { error?: Error } {
  const error = errors.find((one) => one !== undefined);
  return error === undefined ? {} : { error };
}
