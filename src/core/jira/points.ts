/**
 * What a call costs of Jira's hourly quota, by https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 * ("How points work"): one point, and for reads one more per object, two per user or permission. Writes cost one
 * point, a bulk create one per issue. POSTs that only read were seen to cost what reads cost. Where the page is
 * silent about the parts of one thing (a screen's fields, a project's components), the thing counts as one object.
 */
import { partOf } from '../data/part-of';

/** A call with what was sent and, once it is there, what was answered. */
export interface PricedCall {
  readonly method: string;
  readonly path: string;
  readonly sent?: unknown;
  readonly answer?: unknown;
}

/** The points of one call. */
export function pointsOf(call: PricedCall): number {
  const path = call.path.replace(/\?.*/, '');
  if (call.method === 'POST' && /\/issue\/bulk$/.test(path))
    return Math.max(1, lengthOf(call.sent, 'issueUpdates'));
  if (call.method === 'POST' && /\/(search\/jql|issue\/bulkfetch)$/.test(path))
    return 1 + lengthOf(call.answer, 'issues');
  if (call.method !== 'GET') return 1;
  if (/\/user\/search$/.test(path)) return 1 + 2 * lengthOf(call.answer);
  if (/\/user\/bulk$/.test(path)) return 1 + 2 * lengthOf(call.answer, 'values');
  if (/\/(user|myself)$/.test(path)) return 1 + 2;
  if (/\/mypermissions$/.test(path)) return 1 + 2 * sizeOf(call.answer, 'permissions');
  if (/\/project\/search$/.test(path)) return 1 + lengthOf(call.answer, 'values');
  return 1 + 1;
}

/** What a call may cost, before its answer is there: calls that are sent beside it must know. */
export function pointsAtMost(call: Omit<PricedCall, 'answer'>): number {
  const people = call.path.split(/[?&]accountId=/).length - 1;
  if (people > 0) return 1 + 2 * people;
  const asked = lengthOf(call.sent, 'issueIdsOrKeys');
  return asked > 0 ? 1 + asked : pointsOf(call);
}

function lengthOf(value: unknown, name?: string): number {
  const list = name === undefined ? value : partOf(value, name);
  return Array.isArray(list) ? list.length : 0;
}

function sizeOf(value: unknown, name: string): number {
  return Object.keys(partOf(value, name) ?? {}).length;
}
