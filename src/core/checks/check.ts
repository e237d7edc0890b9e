/** One checked thing, as the connection test tells it. `unverified` is never shown green. */
import type { Check } from '../../contract/api';
import type { Message } from '../../contract/messages/message';
import { type JiraFailure, textOf } from '../jira/failure';

export function ok(what: Message, detail?: Message): Check {
  return { what, result: 'ok', ...(detail === undefined ? {} : { detail }) };
}

export function wrong(what: Message, detail: Message, fix: Message): Check {
  return { what, result: 'problem', detail, fix };
}

export function unverified(what: Message, detail: Message, fix?: Message): Check {
  return { what, result: 'unverified', detail, ...(fix === undefined ? {} : { fix }) };
}

/** A name of Jira's or a time, by itself. */
export function plain(text: string): Message {
  return { code: 'plain', text };
}

/** What could not be read is not verified. */
export function unreadable(what: Message, failure: JiraFailure): Check {
  switch (failure.kind) {
    case 'refused': {
      const said = textOf(failure);
      return unverified(
        what,
        said === undefined ? { code: 'untoldSilently', status: failure.status } : { code: 'untold', said },
      );
    }
    case 'limited':
      return unverified(what, { code: 'limitedNow' }, { code: 'testLater' });
    case 'unknown':
      return unverified(what, { code: 'unclearAnswer', detail: failure.detail }, { code: 'testAgain' });
  }
}
