import type { OutboundView } from '#contract/outbound';
import { HearsFacts } from './hears-facts';
import { ParkedEvents } from './parked-events';
import { SendAgain } from './send-again';
import { TestEvent } from './test-event';

interface HearsStateProps {
  readonly connection: string;
  readonly view: OutboundView;
  readonly reload: () => void;
  readonly onRotate: () => void;
}

/** How far the portal has heard, and what stands in the way. Off, only why it was switched off by itself. */
export function HearsState({ connection, view, reload, onRotate }: HearsStateProps) {
  if (view.mode === 'off' && view.lastError === undefined) return null;
  const isPush = view.mode === 'push';
  return (
    <>
      <HearsFacts view={view} onRotate={onRotate} />
      {isPush && view.parked.length > 0 && (
        <ParkedEvents connection={connection} parked={view.parked} reload={reload} />
      )}
      {isPush && <TestEvent key={`${view.url ?? ''} ${String(view.approved)}`} connection={connection} />}
      {isPush && <SendAgain connection={connection} reload={reload} />}
    </>
  );
}
