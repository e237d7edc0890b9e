/** Searches in Jira as the person who looks: what Jira hides from them is neither listed nor counted. */
import { isObject } from '../is-object';
import { JiraError, postJira } from './request';

/** An issue with what was asked for of it. */
export interface FoundIssue {
  readonly id: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface FoundPage {
  readonly issues: readonly FoundIssue[];
  /** Asks for the page after this one; absent on the last. */
  readonly next?: string;
}

export interface IssueSearch {
  readonly jql: string;
  readonly fields: readonly string[];
  readonly properties?: readonly string[];
  /** At most 100 where fields are asked for. */
  readonly maxResults: number;
  readonly after?: string | undefined;
}

/** How many issues a search finds, as Jira's index says just now. @throws JiraError */
export async function countIssues(jql: string): Promise<number> {
  const answer = await postJira('/rest/api/3/search/approximate-count', { jql });
  const count = isObject(answer) ? answer['count'] : undefined;
  if (typeof count !== 'number') throw new JiraError(200, 'unexpected answer to a count');
  return count;
}

/** One page of a search. @throws JiraError */
export async function searchIssues({ after, ...search }: IssueSearch): Promise<FoundPage> {
  const answer = await postJira('/rest/api/3/search/jql', {
    ...search,
    ...(after === undefined ? {} : { nextPageToken: after }),
  });
  if (!isObject(answer) || !Array.isArray(answer['issues']))
    throw new JiraError(200, 'unexpected answer to a search');
  const { nextPageToken: next } = answer;
  return {
    issues: answer['issues'].flatMap(issueOf),
    ...(typeof next === 'string' && next !== '' ? { next } : {}),
  };
}

const atOnce = 6;

/** Does all tasks, six at a time: a page that asks much must not crowd out the rest of Jira. Answers in their order. */
export async function inTurns<T>(tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results = new Map<number, T>();
  const waiting = tasks.entries();
  async function work(): Promise<void> {
    for (const [index, task] of waiting) results.set(index, await task());
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  return [...results].sort(([one], [other]) => one - other).map(([, result]) => result);
}

function issueOf(issue: unknown): FoundIssue[] {
  if (!isObject(issue)) return [];
  const { id, key, fields, properties } = issue;
  if (typeof id !== 'string' || typeof key !== 'string') return [];
  return [{ id, key, fields: objectOr(fields), properties: objectOr(properties) }];
}

function objectOr(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}
