/** What Jira holds of a finding, whatever search or the app see of it. */
import type { World } from '../support/world';
import type { Seen, SeenIssue } from './model';

/** A finding of a connection, by its id. */
export interface Whose {
  readonly connection: string;
  readonly id: string;
}

/** All that is to be seen of a finding. */
export function look(world: World, whose: Whose, state: string): Seen {
  return { state, product: issuesOf(world, whose, 'WEB'), security: securityIssuesOf(world, whose) };
}

export function securityIssuesOf(world: World, whose: Whose): SeenIssue[] {
  return ['SEC', 'APP', 'OPS'].flatMap((project) => issuesOf(world, whose, project));
}

/** Issues that carry the finding's identity. */
export function issuesOf(world: World, { connection, id }: Whose, project: string): SeenIssue[] {
  const { issues } = world.site.world.state;
  const ours = [...issues.values()].filter(({ key, properties }) => {
    const identity = properties['security-finding'] as { id?: string; owner?: string } | undefined;
    const isOwn = identity?.id === id && identity.owner?.endsWith(`:${connection}`) === true;
    return key.startsWith(`${project}-`) && isOwn;
  });
  return ours.map(({ key }) => seenIssue(world, key));
}

export function seenIssue(world: World, key: string): SeenIssue {
  const fields = world.fields(key) as unknown as {
    summary: string;
    status: { statusCategory: { key: string } };
    issuelinks: unknown[];
  };
  const { summary, status, issuelinks } = fields;
  return { key, summary, done: status.statusCategory.key === 'done', links: issuelinks.length };
}

/** Takes issues out of everybody's sight, as a permission or a security level does; the result shows them again. */
export function hide(world: World, seen: readonly SeenIssue[]): () => void {
  const { issues } = world.site.world.state;
  const hidden = [...issues.values()].filter((issue) => seen.some(({ key }) => key === issue.key));
  for (const { id } of hidden) issues.delete(id);
  return () => {
    for (const issue of hidden) issues.set(issue.id, issue);
  };
}
