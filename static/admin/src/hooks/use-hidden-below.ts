import { useEffect, useState } from 'react';

const steps = Array.from({ length: 201 }, (_, index) => index / 200);

/**
 * How many pixels of the page lie below what the person sees. Jira makes the page's frame as high as its content
 * and scrolls around it, so that only the browser knows which part is in view.
 */
export function useHiddenBelow(): number {
  const [hidden, setHidden] = useState(0);
  useEffect(() => {
    const target = document.querySelector('main');
    if (target === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.at(-1);
        if (seen?.isIntersecting !== true) return;
        const visibleEnd = Math.min(seen.intersectionRect.bottom, window.innerHeight);
        setHidden(
          Math.max(0, Math.round(Math.min(seen.boundingClientRect.bottom, window.innerHeight) - visibleEnd)),
        );
      },
      { threshold: steps },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, []);
  return hidden;
}
