/** The findings that share an issue, as its description lists them. */
import type { GroupMember } from '../contract/group';
import { statusWord } from '../contract/messages/status-word';
import { shorten } from '../core/data/text';
import { codeBlock, heading, link, paragraph, table, tableRow, text } from './adf/adf';
import { sizeOf } from './adf/shorten';
import type { AdfBlock, AdfTableRow } from './adf/types';
import type { IssueWords } from './words/issue-words';

const mostListed = 200;
/** What headings, counts and the nodes around rows and lines take. */
const frame = 600;
const longestTitle = 60;

/**
 * The worst 200 of the members, worst first, in the words of the space: as many rows of a table as fit in so many characters of JSON, the others as
 * lines, which take a fifth of that; and how many there are.
 */
export function memberBlocks(members: readonly GroupMember[], room: number, words: IssueWords): AdfBlock[] {
  const listed = members.slice(0, mostListed);
  const rows = listed.map((one) => rowOf(one, words));
  const lines = listed.map((one) => lineOf(one, words));
  const { inTable, inAll } = fitted(rows.map(sizeWithComma), lines.map(sizeWithComma), room - frame);
  const rest = lines.slice(inTable, inAll).join('\n');
  return [
    heading(3, words.members.title(members.length)),
    ...(inAll < members.length ? [paragraph(words.members.worst(inAll, members.length))] : []),
    ...(inTable > 0 ? [table([headOf(words), ...rows.slice(0, inTable)])] : []),
    ...(rest === '' ? [] : [codeBlock(rest)]),
  ];
}

function headOf({ members: { columns } }: IssueWords): AdfTableRow {
  return tableRow([columns.finding, columns.severity, columns.title, columns.where], 'tableHeader');
}

function rowOf(member: GroupMember, words: IssueWords): AdfTableRow {
  const { id, title, url, where = '' } = member;
  const name = url === undefined ? text(id) : link(id, url);
  return tableRow([name, standing(member, words).join(', '), title, where]);
}

function lineOf(member: GroupMember, words: IssueWords): string {
  const line = [...standing(member, words), member.id, shorten(member.title, longestTitle)].join(' · ');
  return text(line)[0]?.text ?? '';
}

function standing({ severity, status }: GroupMember, { severities, statuses }: IssueWords): string[] {
  return [severities[severity], statusWord(status, statuses)];
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
