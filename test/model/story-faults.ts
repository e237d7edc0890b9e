import {
  crashAfterCall,
  deliverTwice,
  fail,
  failStorage,
  type Fault,
  rateLimit,
  reorder,
  timeOutAfter,
  timeOutBefore,
} from '../sandbox/faults';
import type { FaultName } from './operations';

/** What a named fault of a story does; `nth`: to which call. */
export function faultsOf(name: FaultName, nth: number): Fault[] {
  switch (name) {
    case 'timeOutBefore':
      return [timeOutBefore({ nth })];
    case 'timeOutAfter':
      return [timeOutAfter({ nth })];
    case 'gatewayTimeOutAfter':
      return [timeOutAfter({ nth }, '504')];
    case 'createTimesOut':
      return [timeOutAfter({ method: 'POST', path: /\/issue\/bulk$/ })];
    case 'editTimesOut':
      return [timeOutAfter({ method: 'PUT' })];
    case 'linkFails':
      return [fail(503, { path: /issueLink/ })];
    case 'crash':
      return [crashAfterCall(nth)];
    case 'serverError':
      return [fail(503, { nth, times: 2 })];
    case 'rateLimit':
      return [rateLimit({ nth, retryAfter: 30, reason: 'jira-quota-tenant-based' })];
    case 'bareRateLimit':
      return [rateLimit({ nth, times: 2 })];
    case 'storageFails':
      return [failStorage(429, 'TOO_MANY_REQUESTS', { nth: nth * 5 })];
    case 'bellLost':
      return [fail(500, { on: 'queue' })];
    case 'deliverTwice':
      return [deliverTwice(undefined, 2)];
    case 'reorder':
      return [reorder()];
  }
}
