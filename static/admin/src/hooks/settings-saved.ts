import { useEffect, useState } from 'react';

/** The page tells itself that settings were saved: whoever saves need not know who offers what follows from it. */
const savedEvent = 'sf-settings-saved';

/** Tells that settings were saved. */
export function tellSettingsSaved(): void {
  window.dispatchEvent(new Event(savedEvent));
}

/** How often settings were saved since the page was opened. */
export function useSettingsSaved(): number {
  const [times, setTimes] = useState(0);
  useEffect(() => {
    const count = () => setTimes((now) => now + 1);
    window.addEventListener(savedEvent, count);
    return () => window.removeEventListener(savedEvent, count);
  }, []);
  return times;
}
