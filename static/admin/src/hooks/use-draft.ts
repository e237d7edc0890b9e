import { useEffect, useState } from 'react';
import type { SettingsVersions } from '#contract/api';
import type { FieldProblem } from '#contract/invalid-fields';
import type { SectionName, Settings } from '#contract/settings';
import { call } from '../bridge/call';
import { type Change, changesBetween, withChanges } from '../logic/diff';
import { withoutErrorsAt } from '../logic/field-errors';
import { tellSettingsSaved } from './settings-saved';
import { type Saved, saveSections } from './save-sections';
import { useCall } from './use-call';

type Sections<Name extends SectionName> = Pick<Settings, Name>;

/** Somebody saved one of the sections while it was edited here. */
export interface Conflict {
  /** What they changed, counted from what this page had loaded. */
  readonly theirs: readonly Change[];
  readonly mine: readonly Change[];
  /** Puts the own changes on top of theirs and saves; rejects are shown like any other. */
  readonly keepMine: () => void;
  /** Forgets the own changes and shows theirs. */
  readonly takeTheirs: () => void;
}

/** Sections of the settings being edited. */
export interface Draft<Name extends SectionName> {
  readonly value: Sections<Name>;
  readonly saved: Sections<Name>;
  readonly changes: readonly Change[];
  readonly errors: readonly FieldProblem[];
  readonly error?: Error;
  readonly saving: boolean;
  readonly conflict?: Conflict;
  /** Changes a section; `change` gets its value at that moment. */
  readonly set: <One extends Name>(section: One, change: (now: Settings[One]) => Settings[One]) => void;
  readonly save: () => void;
  readonly discard: () => void;
}

interface State<Name extends SectionName> {
  readonly base: Saved<Name>;
  readonly value: Sections<Name>;
  readonly errors: readonly FieldProblem[];
  readonly error?: Error;
  readonly saving: boolean;
  readonly theirs?: Saved<Name>;
}

/**
 * Loads sections and keeps what is edited apart from what is saved. `check` finds what the schemas cannot know;
 * `onSaved` is told once everything is stored. Undefined `draft` while loading.
 */
export function useDraft<Name extends SectionName>(
  names: readonly Name[],
  {
    check,
    onSaved,
  }: { check?: (value: Sections<Name>) => FieldProblem[]; onSaved: (saved: Sections<Name>) => void },
) {
  const loaded = useCall('settings.get', {});
  const [state, setState] = useState<State<Name>>();
  const answer = loaded.value;
  useEffect(() => {
    if (answer !== undefined) setState((now) => now ?? fresh(pickSaved(names, answer)));
    // The first answer counts: later ones must not overwrite what is being edited.
  }, [answer]);

  const save = async (from: State<Name>) => {
    setState({ ...from, saving: true, theirs: undefined, error: undefined });
    const outcome = await saveSections(names, from.base, from.value, check);
    const base = outcome.base;
    if (outcome.state === 'saved') {
      setState(fresh(base));
      tellSettingsSaved();
      onSaved(base.value);
      return;
    }
    if (outcome.state === 'conflict') {
      const theirs = pickSaved(names, await call('settings.get', {}));
      setState({ ...from, base, saving: false, errors: [], theirs });
      return;
    }
    const { errors, error } = outcome;
    setState({ ...from, base, saving: false, errors, ...(error === undefined ? {} : { error }) });
  };

  return { loaded, draft: state && toDraft(state, setState, save) };
}

function toDraft<Name extends SectionName>(
  state: State<Name>,
  setState: (next: State<Name> | ((now: State<Name> | undefined) => State<Name> | undefined)) => void,
  save: (from: State<Name>) => Promise<void>,
): Draft<Name> {
  const { base, value, theirs, ...rest } = state;
  const changes = changesBetween(base.value, value);
  const run = (from: State<Name>) => {
    save(from).catch((error: unknown) => {
      setState({ ...from, saving: false, error: error instanceof Error ? error : new Error(String(error)) });
    });
  };
  const onTop = (saved: Saved<Name>): State<Name> => ({
    ...state,
    base: saved,
    value: withChanges(saved.value, changes),
    theirs: undefined,
  });
  return {
    ...rest,
    value,
    saved: base.value,
    changes,
    set: (section, change) => {
      setState((now) => {
        if (now === undefined) return now;
        const after = { ...now.value, [section]: change(now.value[section]) };
        return {
          ...now,
          value: after,
          errors: withoutErrorsAt(now.errors, changesBetween(now.value, after)),
        };
      });
    },
    save: () => {
      run(state);
    },
    discard: () => {
      setState(fresh(base));
    },
    ...(theirs && {
      conflict: {
        theirs: changesBetween(base.value, theirs.value),
        mine: changes,
        keepMine: () => {
          run(onTop(theirs));
        },
        takeTheirs: () => {
          setState(fresh(theirs));
        },
      },
    }),
  };
}

function fresh<Name extends SectionName>(base: Saved<Name>): State<Name> {
  return { base, value: base.value, errors: [], saving: false };
}

function pickSaved<Name extends SectionName>(
  names: readonly Name[],
  { document, versions }: { document: Settings; versions: SettingsVersions },
): Saved<Name> {
  const value = Object.fromEntries(names.map((name) => [name, document[name]])) as Sections<Name>;
  const picked = Object.fromEntries(names.map((name) => [name, versions[name]])) as Record<Name, number>;
  return { value, versions: picked };
}
