import { useState } from 'react';
import type { AdminInput, ConnectionView } from '#contract/api';
import type { OutboundView } from '#contract/outbound';
import { call } from '../../../bridge/call';
import { tell } from '../../../bridge/flag';
import { useAction } from '../../../hooks/use-call';
import { draftOf, wishOf } from '../../../logic/hears-draft';
import { useTexts } from '../../../texts/texts';

/** What is typed, the signing secret of the moment, saving, and a new secret by itself. */
export function useHears({ key, name }: ConnectionView, view: OutboundView, onSaved: () => void) {
  const texts = useTexts().hears;
  const [draft, setDraft] = useState(() => draftOf(view));
  const [secret, setSecret] = useState<string>();
  const set = async (wish: AdminInput<'connections.setOutbound'>, done: string) => {
    const { secret: shown } = await call('connections.setOutbound', wish);
    // A secret stays in sight until another takes its place: it is never shown again.
    if (shown !== undefined) setSecret(shown);
    tell(done);
    onSaved();
  };
  const save = useAction(async () => {
    await set(wishOf(key, draft), texts.saved(name));
    setDraft((typed) => ({ ...typed, touched: false, secret: '' }));
  });
  const rotate = useAction(() =>
    set({ connection: key, mode: view.mode, rotate: true }, texts.rotatedNow(name)),
  );
  return { draft, setDraft, secret, save, rotate };
}
