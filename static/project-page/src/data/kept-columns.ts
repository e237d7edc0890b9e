import type { Column } from '../logic/columns';

const name = 'security-findings-columns';

/** The columns that this browser keeps for the person; null: none, or it keeps nothing for pages in frames. */
export function keptColumns(): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    // Browsers may forbid it in frames of another site; the usual columns are shown then.
    return null;
  }
}

/** Keeps the chosen columns in this browser, where it lets the page. */
export function keepColumns(columns: readonly Column[]): void {
  try {
    localStorage.setItem(name, columns.join(','));
  } catch {
    // As above: they hold until the page is left.
  }
}
