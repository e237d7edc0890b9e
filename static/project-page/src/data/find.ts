/** The list, read as the person who looks: one search and one count a page, seven counts for the numbers above it. */
import { countIssues, inTurns, searchIssues } from '../../../shared/jira/search';
import { severities } from '../../../shared/jql/conditions';
import { conditionsOf, noFilter, type Severity } from '../logic/query';
import { identityProperty, type Row, rowFields, rowOf } from '../logic/row';

const pageSize = 50;
const exportPageSize = 100;
/** A spreadsheet of more is of little use; the file says so. */
export const mostExported = 10_000;

export interface RowPage {
  readonly rows: readonly Row[];
  readonly next?: string;
}

/** @throws JiraError */
export async function findRows(jql: string, after?: string, maxResults = pageSize): Promise<RowPage> {
  const search = { jql, fields: rowFields, properties: [identityProperty], maxResults, after };
  const { issues, next } = await searchIssues(search);
  return { rows: issues.map(rowOf), ...(next === undefined ? {} : { next }) };
}

/** The numbers above the list: open by severity, and overdue. @throws JiraError */
export async function readNumbers(
  project: string,
): Promise<{ readonly severities: readonly (readonly [Severity, number])[]; readonly overdue: number }> {
  const searches = [
    ...severities.map((severity) => conditionsOf(project, { ...noFilter, severities: [severity] })),
    conditionsOf(project, { ...noFilter, state: 'overdue' }),
  ];
  const counts = await inTurns(searches.map((jql) => () => countIssues(jql)));
  return {
    severities: severities.map((severity, index) => [severity, counts[index] ?? 0] as const),
    overdue: counts[severities.length] ?? 0,
  };
}

/** All rows of a search, page by page, up to `mostExported`. `seen` hears how far it is. @throws JiraError */
export async function findAll(
  jql: string,
  seen: (count: number) => void,
  isStopped: () => boolean,
): Promise<{ readonly rows: readonly Row[]; readonly isCut: boolean }> {
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const page = await findRows(jql, after, exportPageSize);
    rows.push(...page.rows);
    after = page.next;
    seen(rows.length);
  } while (after !== undefined && rows.length < mostExported && !isStopped());
  return { rows: rows.slice(0, mostExported), isCut: after !== undefined || rows.length > mostExported };
}
