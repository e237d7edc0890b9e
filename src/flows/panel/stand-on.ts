/** An issue without a finding, in front of a person who wants to give it one. */
import type { FetchedIssue } from '../../core/jira/issue';
import type { Standing } from '../../core/sync/lacks-issue';
import type { ReadPorts } from '../ports';
import type { Needed, Person } from '../ports-person';
import { type Acted, refused } from './refused';

/** The app will edit the issue, and link it with another. */
const needed: readonly Needed[] = ['EDIT_ISSUES', 'LINK_ISSUES'];
const noIssue = refused('not_found', 'There is no such issue, or it cannot be linked here.');

export interface StandsOn {
  readonly fetched: FetchedIssue;
  readonly at: Standing;
}

/** Where the issue is, if the person may link it; as that person, and as the app, which is to keep it in step. */
export async function standOn(
  ports: ReadPorts,
  issueId: string,
  person: Person,
): Promise<StandsOn | Required<Acted>> {
  if (!(await person.browses([issueId])).has(issueId)) return noIssue;
  const may = await person.may(issueId, needed);
  if (!needed.every((one) => may.has(one)))
    return refused('forbidden', 'You need permission to edit this issue and to link issues.');
  const read = await ports.jira.fetchIssues([issueId], { fields: ['security'] });
  const fetched = read.ok ? read.value.get(issueId) : undefined;
  if (fetched?.projectId === undefined) return noIssue;
  return { fetched, at: { projectId: fetched.projectId, securityLevel: idOf(fetched.fields['security']) } };
}

function idOf(value: unknown): string | undefined {
  const id: unknown = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' ? id : undefined;
}
