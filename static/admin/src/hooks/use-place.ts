import { useEffect } from 'react';

/**
 * How long a page that has read everything may take to draw the place and what can be done there; then the nearest one
 * above it is taken.
 */
const patienceMs = 2_000;
const giveUpMs = 30_000;
/** What keeps the place of something that is still read. */
const loading = '[data-loading]';
/** So long after the arrival what loads late may still push the place away, or draw it anew. */
const settleMs = 2_000;
const everyMs = 100;
const inputs = 'input:enabled, textarea:enabled, select:enabled';
const others = 'button:enabled, a[href], [tabindex="0"]';
/** Whoever does something goes where they want. */
const deeds = ['wheel', 'pointerdown', 'keydown'] as const;

/** Brings what a link leads to into view and puts the focus into it, as soon as the page has drawn it. */
export function usePlace(place: readonly string[]): void {
  const key = place.join('/');
  useEffect(() => {
    if (key === '') return undefined;
    const since = Date.now();
    let readSince = since;
    let arrivedAt: number | undefined;
    const look = () => {
      const now = Date.now();
      if (document.querySelector(loading) !== null) readSince = now;
      const isPatient = now - readSince <= patienceMs;
      const found = find(key.split('/'), !isPatient);
      const target = found && targetIn(found);
      if (found && (target || !isPatient)) {
        arrive(found, target, arrivedAt !== undefined);
        arrivedAt ??= now;
      }
      if (now - since > giveUpMs || (arrivedAt !== undefined && now - arrivedAt > settleMs)) stop();
    };
    const timer = setInterval(look, everyMs);
    const stop = () => {
      clearInterval(timer);
      for (const deed of deeds) window.removeEventListener(deed, stop);
    };
    for (const deed of deeds) window.addEventListener(deed, stop, { passive: true });
    return stop;
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

/** Where something is entered there, or else where something can be done. */
function targetIn(found: HTMLElement): HTMLElement | undefined {
  if (found.matches(`${inputs}, ${others}`)) return found;
  return found.querySelector<HTMLElement>(inputs) ?? found.querySelector<HTMLElement>(others) ?? undefined;
}

/** `isBack`: the place was arrived at before, so only what was lost since is put right. */
function arrive(found: HTMLElement, target: HTMLElement | undefined, isBack: boolean): void {
  if (!isBack || !isInView(found)) found.scrollIntoView({ block: 'center' });
  if (!isBack || document.activeElement === document.body) target?.focus({ preventScroll: true });
  found.classList.add('sf-arrived');
}

function isInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}
