import { view } from '@forge/bridge';
import { useState } from 'react';
import type { Scope } from '../../shared/jql/scope';
import { checkScope, type Objection } from '../data/check-scope';
import { type Configuration, keptOf } from '../logic/configuration';
import { useTexts } from '../texts/use-texts';

/** What is typed so far; what was typed for another kind of scope stays while that is chosen. */
export interface Draft extends Pick<Configuration, 'side'> {
  readonly kind: Scope['kind'];
  readonly project: string;
  readonly product: string;
  readonly jql: string;
  readonly refresh: number | undefined;
}

/** A configuration while it is changed; `save` hands it to Jira once Jira can count it. */
export function useDraft(configuration: Configuration): {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly objection: Objection | undefined;
  readonly saving: boolean;
  readonly save: () => void;
} {
  const texts = useTexts();
  const [draft, setDraft] = useState<Draft>(() => draftOf(configuration));
  const [objection, setObjection] = useState<Objection>();
  const [saving, setSaving] = useState(false);

  async function submit(): Promise<void> {
    setSaving(true);
    try {
      const scope = scopeOf(draft);
      // Said once, and kept when it is saved again as it is.
      const found = objection?.doubt === true ? undefined : await checkScope(scope, texts);
      setObjection(found);
      if (found !== undefined) return;
      const { side, refresh } = draft;
      await view.submit(keptOf({ scope, side, ...(refresh === undefined ? {} : { refresh }) }));
    } catch (error) {
      setObjection({ says: texts.failedBecause(error instanceof Error ? error.message : String(error)) });
    } finally {
      setSaving(false);
    }
  }

  return {
    draft,
    objection,
    saving,
    change: (part) => {
      setDraft((before) => ({ ...before, ...part }));
      setObjection(undefined);
    },
    save: () => void submit(),
  };
}

function draftOf({ scope, side, refresh }: Configuration): Draft {
  return { project: '', product: '', jql: '', ...scope, side, refresh };
}

function scopeOf({ kind, project, product, jql }: Draft): Scope {
  switch (kind) {
    case 'all':
      return { kind };
    case 'project':
      return { kind, project };
    case 'product':
      return { kind, product: product.trim() };
    case 'jql':
      return { kind, jql: jql.trim() };
  }
}
