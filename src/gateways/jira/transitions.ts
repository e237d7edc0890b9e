/** Transitions as issues offer them, and the fields that their screens ask for: the workflow itself shows none. */
import { route } from '@forge/api';
import type { FieldMeta } from '../../core/jira/issue';
import type { Jira } from '../../flows/ports-jira';
import { type JiraClient, read } from './client';
import { RawTransitions, toTransition } from './issue-shape';

/** The transition calls over one client. Screens are remembered for as long as the invocation lives. */
export function transitionCalls(client: JiraClient): Pick<Jira, 'transitionsOf' | 'screenOf'> {
  const screens = new Map<string, readonly FieldMeta[]>();
  const keyOf = (project: string, type: string, id: string) => `${project}:${type}:${id}`;
  return {
    async transitionsOf(issueId, project, type) {
      const path = route`/rest/api/3/issue/${issueId}/transitions?expand=transitions.fields`;
      const raw = read(await client.call('GET', path), RawTransitions);
      if (!raw.ok) return raw;
      const offered = raw.value.transitions.map(toTransition);
      for (const { id, fields } of offered) screens.set(keyOf(project, type, id), fields);
      return { ok: true, value: offered };
    },
    screenOf: (project, type, id) => screens.get(keyOf(project, type, id)),
  };
}
