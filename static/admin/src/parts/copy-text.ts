/**
 * Puts a text on the clipboard and tells whether that worked. In a frame without clipboard permission the older way
 * through a selection still works.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelection(text);
  }
}

/** Deprecated, and still the only way where a frame was not given the clipboard. */
interface OldDocument {
  execCommand: (command: 'copy') => boolean;
}

function copySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  const focused = document.activeElement;
  (focused?.parentElement ?? document.body).append(area);
  area.select();
  const done = (document as OldDocument).execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
