import { useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { draw } from './draw';
import { currentDocument, documentVersion, onDocument, siteBridge } from './forge-doc';

/** Draws the documents that arrive, in the theme of the site. */
export function showDocument(): void {
  const holder = document.getElementById('uikit');
  if (!holder) throw new Error('The page has no place for the document.');
  void siteBridge()('enableTheming');
  createRoot(holder).render(<Document />);
}

function Document() {
  useSyncExternalStore(onDocument, documentVersion);
  const newest = currentDocument();
  return newest ? draw(newest) : null;
}
