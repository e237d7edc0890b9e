/** One checked thing, as the connection test tells it. `unverified` is never shown green. */
import type { Check } from '../../contract/api';
import { type JiraFailure, textOf } from '../failure';

export function ok(what: string, detail?: string): Check {
  return { what, result: 'ok', ...(detail === undefined ? {} : { detail }) };
}

export function wrong(what: string, detail: string, fix: string): Check {
  return { what, result: 'problem', detail, fix };
}

export function unverified(what: string, detail: string, fix?: string): Check {
  return { what, result: 'unverified', detail, ...(fix === undefined ? {} : { fix }) };
}

/** What could not be read is not verified. */
export function unreadable(what: string, failure: JiraFailure): Check {
  switch (failure.kind) {
    case 'refused':
      return unverified(what, `Jira refuses to tell the app: ${textOf(failure)}`);
    case 'limited':
      return unverified(what, 'Jira limits the rate just now.', 'Test again in a few minutes.');
    case 'unknown':
      return unverified(what, `Jira did not answer clearly: ${failure.detail}`, 'Test again.');
  }
}
