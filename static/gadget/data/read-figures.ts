/** What the gadget shows, read from Jira as the person who looks: at most 36 calls, however many findings there are. */
import { isObject } from '../../shared/is-object';
import { JiraError, readJira } from '../../shared/jira/request';
import { momentOf } from '../../shared/jira/moment';
import { countIssues, inTurns, searchIssues } from '../../shared/jira/search';
import type { severities } from '../../shared/jql/conditions';
import { scopeCondition } from '../../shared/jql/scope';
import { dayIn, type Week } from '../../shared/weeks';
import type { Configuration } from '../logic/configuration';
import { meanDays, type Span } from '../logic/mean-days';
import { type Plan, planOf } from '../logic/plan';

/** A number and the search behind it. */
export interface Figure {
  readonly count: number;
  readonly jql: string;
}

export interface Figures {
  /** Whose they are, where that may be said. */
  readonly title?: string;
  readonly open: Figure;
  readonly severities: readonly (Figure & { readonly severity: (typeof severities)[number] })[];
  readonly overdue: Figure;
  readonly weeks: readonly { readonly week: Week; readonly opened: Figure; readonly resolved: Figure }[];
  readonly resolving: {
    /** Undefined: nothing was resolved. */
    readonly days: number | undefined;
    /** Of so many issues it is the mean. */
    readonly of: number;
    /** There are more than these, which are the newest. */
    readonly partly: boolean;
    readonly jql: string;
  };
}

/** `unanswerable`: Jira does not answer the search for this person; it says no more than that. */
export type Read =
  | { readonly step: 'empty' }
  | { readonly step: 'unanswerable' }
  | { readonly step: 'ready'; readonly figures: Figures };

const pageSize = 100;
const mostPages = 5;

/** @throws JiraError where Jira cannot be reached. `now`: ms. */
export async function readFigures(
  { scope, side }: Configuration,
  timeZone: string | undefined,
  now: number,
): Promise<Read> {
  const within = scopeCondition(scope, side);
  if (within === undefined) return { step: 'unanswerable' };
  try {
    const title = await titleOf(scope);
    // Hidden or gone: as if nothing were in it.
    if (title === null) return { step: 'empty' };
    return shown(await ask(planOf(within, dayIn(timeZone, now))), title);
  } catch (error) {
    if (error instanceof JiraError && error.status === 400) return { step: 'unanswerable' };
    throw error;
  }
}

/** The name of the project as Jira shows it to this person; null: not at all. */
async function titleOf(scope: Configuration['scope']): Promise<string | undefined | null> {
  if (scope.kind === 'product') return scope.product;
  if (scope.kind !== 'project') return undefined;
  try {
    const project = await readJira(`/rest/api/3/project/${encodeURIComponent(scope.project)}`);
    return isObject(project) && typeof project['name'] === 'string' ? project['name'] : null;
  } catch (error) {
    if (error instanceof JiraError && [401, 403, 404].includes(error.status)) return null;
    throw error;
  }
}

/** Whose numbers they are is said only with numbers. */
function shown(figures: Figures, title: string | undefined): Read {
  const counts = [figures.open, ...figures.weeks.flatMap(({ opened, resolved }) => [opened, resolved])];
  if (counts.every(({ count }) => count === 0)) return { step: 'empty' };
  return { step: 'ready', figures: title === undefined ? figures : { ...figures, title } };
}

async function ask(plan: Plan): Promise<Figures> {
  const searches = [
    ...plan.severities.map(({ jql }) => jql),
    plan.overdue,
    ...plan.weeks.flatMap(({ opened, resolved }) => [opened, resolved]),
  ];
  const [counts, resolving] = await Promise.all([
    inTurns(searches.map((jql) => () => countIssues(jql))),
    readResolving(plan.resolved),
  ]);
  const counted = new Map(searches.map((jql, index) => [jql, counts[index] ?? 0]));
  const figure = (jql: string): Figure => ({ jql, count: counted.get(jql) ?? 0 });
  const severities = plan.severities.map(({ severity, jql }) => ({ severity, ...figure(jql) }));
  return {
    open: { jql: plan.open, count: severities.reduce((sum, { count }) => sum + count, 0) },
    severities,
    overdue: figure(plan.overdue),
    weeks: plan.weeks.map(({ week, opened, resolved }) => ({
      week,
      opened: figure(opened),
      resolved: figure(resolved),
    })),
    resolving,
  };
}

/** From the newest resolved issues, as many as a few pages hold. */
async function readResolving(jql: string): Promise<Figures['resolving']> {
  const spans: Span[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const fields = ['created', 'statuscategorychangedate'];
    const { issues, next } = await searchIssues({ jql, fields, maxResults: pageSize, after });
    spans.push(...issues.flatMap(({ fields: of }) => spanOf(of)));
    after = next;
    if (next === undefined) break;
  }
  return { days: meanDays(spans), of: spans.length, partly: after !== undefined, jql };
}

function spanOf(fields: Readonly<Record<string, unknown>>): Span[] {
  const [from, to] = [momentOf(fields['created']), momentOf(fields['statuscategorychangedate'])];
  return from === undefined || to === undefined ? [] : [{ from, to }];
}
