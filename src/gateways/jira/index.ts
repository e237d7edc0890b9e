import type { Jira } from '../../flows/ports-jira';
import type { Cache } from '../store/cache';
import type { JiraClient } from './client';
import { commentCalls } from './comments';
import { issueCalls } from './issues';
import { leadCalls } from './leads';
import { metadataCalls } from './metadata';
import { namedCalls } from './named';
import { createProjectKinds } from './project-kinds';
import { transitionCalls } from './transitions';
import { unlinkingCalls } from './unlinking';
import { userCalls } from './users';

/** Jira as the app, for one invocation. */
export function createJira(client: JiraClient, cache: Cache, now: () => number): Jira {
  const kinds = createProjectKinds(client, cache, now);
  const users = userCalls(client, cache);
  return {
    ...issueCalls(client, kinds),
    ...commentCalls(client, kinds, users.self),
    ...transitionCalls(client),
    ...metadataCalls(client, cache),
    ...unlinkingCalls(client),
    ...users,
    ...namedCalls(client, cache),
    ...leadCalls(client, cache),
  };
}
