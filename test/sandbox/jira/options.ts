/** One value of an issue property that Jira indexes, as a `jira:entityProperty` module declares it. */
export interface PropertyIndexValue {
  readonly path: string;
  readonly type: 'number' | 'text' | 'string' | 'user' | 'date';
  readonly searchAlias?: string;
}

/** One `jira:entityProperty` module: which paths of which issue property JQL can see. */
export interface PropertyIndex {
  readonly propertyKey: string;
  readonly values: readonly PropertyIndexValue[];
}

/** Which of Jira's rate limits are in force; all off by default. */
export interface RateLimitOptions {
  /** Token buckets per method and endpoint: GET 100, POST 100, PUT 50, DELETE 50 a second, or so many of each. */
  readonly burst?: boolean | number;
  /** 20 writes in 2 seconds and 100 in 30 seconds to one issue. */
  readonly perIssue?: boolean;
  /** Points an hour for the app; 65,000 is the documented first tier. */
  readonly pointsPerHour?: number;
  /** Which quota the points limit stands for. */
  readonly quota?: 'global' | 'tenant';
  /** Answer a burst refusal as the gateway does: without Retry-After. */
  readonly gatewayWithoutRetryAfter?: boolean;
}

/** Switches of the site; tests set what they are about with `site.setOption`. */
export interface SiteOptions {
  baseUrl: string;
  /** The offset of the site's time zone in minutes, seen in every timestamp. */
  utcOffsetMinutes: number;
  /** Properties that JQL can search. */
  propertyIndex: readonly PropertyIndex[];
  /** Milliseconds until a change is seen by search. */
  indexLagMs: number;
  /** Milliseconds until an event filter sees a changed property. */
  filterPropertyLagMs: number;
  /** Milliseconds each call takes; the virtual clock is moved by as much. */
  latencyMs: number;
  /** Milliseconds that each created issue adds to its call. */
  createLatencyMs: number;
  /** Milliseconds until a queued task (bulk operations, panels) has done its work. */
  taskMs: number;
  rateLimits: RateLimitOptions;
  /** Refuse the app's own account on POST /workflows with 403, as a site may. */
  refuseWorkflowsToApp: boolean;
  /** What JQL says to a value that does not exist: an error, or no issues. */
  unknownJqlValues: 'error' | 'empty';
  /** What `notifyUsers=false` does for an account that is no admin. */
  notifyUsersWithoutAdmin: 'refuse' | 'ignore';
  /** Whether bulk fetch names issues it cannot return, or leaves them out. */
  missingInBulkfetch: 'reported' | 'left out';
  /** Whether fields sent with a transition that has no screen are refused, or dropped like comments. */
  fieldsWithoutScreen: 'refuse' | 'drop';
  /** Most issues on a search page when more than ids and keys are asked for. */
  searchPageCap: number;
  /** Whether service projects heed the comment property `sd.public.comment`, or show all comments to customers. */
  internalComments: boolean;
}

/** The options of a fresh site. */
export function defaultOptions(): SiteOptions {
  return {
    baseUrl: 'https://your-domain.atlassian.net',
    utcOffsetMinutes: -300,
    propertyIndex: [],
    indexLagMs: 0,
    filterPropertyLagMs: 0,
    latencyMs: 0,
    createLatencyMs: 0,
    taskMs: 0,
    rateLimits: {},
    refuseWorkflowsToApp: false,
    unknownJqlValues: 'error',
    notifyUsersWithoutAdmin: 'refuse',
    missingInBulkfetch: 'reported',
    fieldsWithoutScreen: 'refuse',
    searchPageCap: 100,
    internalComments: true,
  };
}
