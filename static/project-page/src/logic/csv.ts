/** Signs by which spreadsheets take a cell for a formula, also in their wide forms. */
const formula = /^\s*[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/u;

/** The byte order mark by which spreadsheets know the text for UTF-8. */
const utf8 = '\ufeff';

/**
 * Rows as a CSV file (RFC 4180: commas, CRLF, every cell in quotes). A cell that a spreadsheet would run as a formula
 * begins with an apostrophe, which makes it text.
 */
export function csvOf(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return utf8 + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: string | number | undefined): string {
  const text = value === undefined ? '' : String(value);
  const harmless = formula.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
