import type { Clock, JiraCaller } from '../types';
import type { EventBus } from './events/event-bus';
import type { PropertyTrail } from './events/property-trail';
import type { SearchIndex } from './jql/search-index';
import type { RateLimiter } from './limits/rate-limiter';
import type { SiteOptions } from './options';
import type { SiteState } from './state/site-state';

/** What every part of the stand-in works on. */
export interface World {
  readonly state: SiteState;
  readonly options: SiteOptions;
  readonly clock: Clock;
  readonly index: SearchIndex;
  readonly events: EventBus;
  readonly trail: PropertyTrail;
  readonly limiter: RateLimiter;
  readonly appAccountId: string;
  /** Issues whose next write is answered with 409, set by tests. */
  readonly conflicts: Map<string, number>;
}

/** The account behind a call. */
export interface Actor {
  readonly accountId: string;
  readonly caller: JiraCaller;
}
