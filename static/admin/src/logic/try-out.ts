/** The pasted text of "Try a finding", before the server sees it. */
import { isOwnForm } from '#contract/own-findings';

/** What a call of the page can carry, with room for the rest of it. */
const most = 400_000;

export type Paste =
  | { readonly ok: true; readonly document: unknown }
  | { readonly ok: false; readonly why: 'notJson' | 'tooLarge' };

/** Reads the text; never throws. Of several JSON objects, one a line, as some tools write, the server gets the text. */
export function readText(text: string): Paste {
  if (text.length > most) return { ok: false, why: 'tooLarge' };
  const document = parsed(text);
  if (document !== undefined) return { ok: true, document };
  const [first = '', second] = text.split('\n').filter((line) => line.trim() !== '');
  const isLines = second !== undefined && parsed(first) !== undefined;
  return isLines ? { ok: true, document: text } : { ok: false, why: 'notJson' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether the text is a report, which does not say whose it is. */
export function isReport(text: string): boolean {
  const paste = readText(text);
  if (!paste.ok || isOwnForm(paste.document)) return false;
  return paste.document !== null && Object.keys(Object(paste.document) as object).length > 0;
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
