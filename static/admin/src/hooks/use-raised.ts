import { useHiddenBelow } from './use-hidden-below';

/** Room between a bar at the bottom and the end of the page. */
const roomBelow = 48;

/** The style that keeps a bar at the bottom of the page in view, however far Jira scrolls around the frame. */
export function useRaised(): { readonly transform: string } | undefined {
  const raised = Math.max(0, useHiddenBelow() - roomBelow);
  return raised > 0 ? { transform: `translateY(-${String(raised)}px)` } : undefined;
}
