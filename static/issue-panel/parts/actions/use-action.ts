import { useState } from 'react';
import type { PanelAction, PanelError, PanelInput } from '#contract/panel-calls';
import { act } from '../../data/act';
import { dayOf } from '../../format/due-date';

const DAY_MS = 86_400_000;
/** So long a risk is accepted where the person sets nothing else, in days. */
const PROPOSED_DAYS = 90;

/** What the person filled in. */
export interface Filled {
  readonly reason: string;
  readonly until: string;
  readonly key: string;
}

/** A form of one action: what is filled in, and what became of sending it. */
export interface ActionForm {
  readonly filled: Filled;
  readonly fill: (change: Partial<Filled>) => void;
  readonly error: PanelError | undefined;
  readonly isBusy: boolean;
  readonly send: () => void;
}

/** The state of such a form. `longestDays`: the longest time for which a risk may be accepted. */
export function useAction(name: PanelAction, longestDays: number, onDone: () => void): ActionForm {
  const until = dayOf(Date.now() + Math.min(PROPOSED_DAYS, longestDays) * DAY_MS);
  const [filled, setFilled] = useState<Filled>({ reason: '', until, key: '' });
  const [error, setError] = useState<PanelError>();
  const [isBusy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    const refused = await act(name, inputOf(name, filled));
    setBusy(false);
    setError(refused);
    if (!refused) onDone();
  };
  return {
    filled,
    fill: (change) => {
      setFilled((before) => ({ ...before, ...change }));
    },
    error,
    isBusy,
    send: () => void send(),
  };
}

function inputOf(name: PanelAction, { reason, until, key }: Filled): PanelInput<PanelAction> {
  switch (name) {
    case 'panel.reject':
    case 'panel.retest':
      return { reason };
    case 'panel.accept':
      return { until, reason };
    case 'panel.link':
      return { key };
    case 'panel.takeBack':
    case 'panel.unlink':
      return {};
  }
}
