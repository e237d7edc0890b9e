/** The pasted text of "Try a finding", before the server sees it. */

/** What a call of the page can carry, with room for the rest of it. */
const most = 400_000;

export type Paste =
  | { readonly ok: true; readonly document: unknown }
  | { readonly ok: false; readonly why: 'notJson' | 'tooLarge' };

/** Reads the text; never throws. */
export function readText(text: string): Paste {
  if (text.length > most) return { ok: false, why: 'tooLarge' };
  try {
    return { ok: true, document: JSON.parse(text) };
  } catch {
    return { ok: false, why: 'notJson' };
  }
}

/** Whether the text is a report, which does not say whose it is. */
export function isReport(text: string): boolean {
  const paste = readText(text);
  if (!paste.ok || typeof paste.document !== 'object' || paste.document === null) return false;
  return 'runs' in paste.document && !('findings' in paste.document);
}

const example = {
  id: 'EXAMPLE-1',
  product: 'shop',
  title: 'SQL injection in the product search',
  severity: 'high',
  status: 'verified',
  description:
    "The parameter `q` of the search reaches the database query **unescaped**.\n\n1. Open the search.\n2. Search for `' OR 1=1 --`.\n\nEvery product is listed.",
  remediation: 'Use a prepared statement.',
  url: 'https://portal.example.com/findings/EXAMPLE-1',
  cwe: ['CWE-89'],
  cvss: { score: 8.6 },
  location: { file: 'src/search.js', line: 42 },
  tags: ['injection'],
};

/** A finding to begin with, as text. */
export const exampleText = JSON.stringify(example, null, 2);
