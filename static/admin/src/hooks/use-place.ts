import { useEffect } from 'react';

/** How long a page may take to draw the place; then the nearest one above it is taken. */
const patienceMs = 2_000;
const giveUpMs = 15_000;
const focusable = 'input, textarea, select, button, a[href], [tabindex="0"]';

/** Brings what a link leads to into view and puts the focus into it, as soon as the page has drawn it. */
export function usePlace(place: readonly string[]): void {
  const key = place.join('/');
  useEffect(() => {
    if (key === '') return undefined;
    const since = Date.now();
    const look = () => {
      const found = find(key.split('/'), Date.now() - since > patienceMs);
      if (found !== undefined) arrive(found);
      if (found === undefined && Date.now() - since < giveUpMs) return;
      clearInterval(timer);
    };
    const timer = setInterval(look, 100);
    return () => clearInterval(timer);
  }, [key]);
}

/** The element of the place, or of the nearest one above it. */
function find(parts: readonly string[], nearest: boolean): HTMLElement | undefined {
  for (let length = parts.length; length > 0; length -= 1) {
    const place = parts.slice(0, length).join('/');
    const found = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"]`);
    if (found !== null) return found;
    if (!nearest) return undefined;
  }
  return undefined;
}

function arrive(found: HTMLElement): void {
  found.scrollIntoView({ block: 'center' });
  const target = found.matches(focusable) ? found : found.querySelector<HTMLElement>(focusable);
  target?.focus({ preventScroll: true });
  found.classList.add('sf-arrived');
}
