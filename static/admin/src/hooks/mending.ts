import { useEffect, useState } from 'react';
import type { HeldCause } from '#contract/activity';

/** What somebody set out to mend: kept while they go to the page that mends it. */
let mending: HeldCause | undefined;
const event = 'sf-mending';

/** Remembers what is to be mended, or that nothing is any more. */
export function setMending(held: HeldCause | undefined): void {
  mending = held;
  window.dispatchEvent(new Event(event));
}

/** What is to be mended now. */
export function useMending(): HeldCause | undefined {
  const [held, setHeld] = useState(mending);
  useEffect(() => {
    const look = () => setHeld(mending);
    window.addEventListener(event, look);
    return () => window.removeEventListener(event, look);
  }, []);
  return held;
}
