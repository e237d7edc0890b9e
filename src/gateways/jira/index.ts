import type { Jira } from '../../flows/ports-jira';
import type { Cache } from '../store/cache';
import type { JiraClient } from './client';
import { issueCalls } from './issues';
import { metadataCalls } from './metadata';
import { namedCalls } from './named';
import { transitionCalls } from './transitions';
import { userCalls } from './users';

/** Jira as the app, for one invocation. */
export function createJira(client: JiraClient, cache: Cache): Jira {
  return {
    ...issueCalls(client),
    ...transitionCalls(client),
    ...metadataCalls(client, cache),
    ...userCalls(client, cache),
    ...namedCalls(client, cache),
  };
}
