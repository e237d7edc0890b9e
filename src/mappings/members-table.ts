/** The findings that share an issue, as its description lists them. */
import type { GroupMember } from '../contract/group';
import { shorten } from '../core/data/text';
import { codeBlock, heading, link, paragraph, table, tableRow, text } from './adf/adf';
import { sizeOf } from './adf/shorten';
import type { AdfBlock, AdfTableRow } from './adf/types';

const mostListed = 200;
/** What headings, counts and the nodes around rows and lines take. */
const frame = 600;
const longestTitle = 60;

/**
 * The worst 200 of the members, worst first: as many rows of a table as fit in so many characters of JSON, the others as
 * lines, which take a fifth of that; and how many there are.
 */
export function memberBlocks(members: readonly GroupMember[], room: number): AdfBlock[] {
  const rows = members.slice(0, mostListed).map(rowOf);
  const lines = members.slice(0, mostListed).map(lineOf);
  const { inTable, inAll } = fitted(rows.map(sizeWithComma), lines.map(sizeWithComma), room - frame);
  const rest = lines.slice(inTable, inAll).join('\n');
  const all = String(members.length);
  return [
    heading(3, `Findings (${all})`),
    ...(inAll < members.length ? [paragraph(`The worst ${String(inAll)} of ${all}:`)] : []),
    ...(inTable > 0 ? [table([head, ...rows.slice(0, inTable)])] : []),
    ...(rest === '' ? [] : [codeBlock(rest)]),
  ];
}

const head = tableRow(['Finding', 'Severity', 'Title', 'Where'], 'tableHeader');

function rowOf({ id, severity, status, title, url, where = '' }: GroupMember): AdfTableRow {
  const name = url === undefined ? text(id) : link(id, url);
  return tableRow([name, `${severity}, ${words(status)}`, title, where]);
}

function lineOf({ id, severity, status, title }: GroupMember): string {
  const line = [severity, words(status), id, shorten(title, longestTitle)].join(' · ');
  return text(line)[0]?.text ?? '';
}

function words(status: string): string {
  return status.replaceAll('_', ' ');
}

function sizeWithComma(part: unknown): number {
  return sizeOf(part) + 1;
}

/** As many as fit in any form, and of these as many in the table as leave room for the others. */
function fitted(rows: readonly number[], lines: readonly number[], room: number) {
  let [left, inAll] = [room, 0];
  for (const line of lines) {
    if (line > left) break;
    left -= line;
    inAll += 1;
  }
  let inTable = 0;
  while (inTable < inAll) {
    const more = (rows[inTable] ?? 0) - (lines[inTable] ?? 0);
    if (more > left) break;
    left -= more;
    inTable += 1;
  }
  return { inTable, inAll };
}
