import { redirect, type Answer } from '../http/answer';
import { formOf, type Exchange } from '../http/exchange';
import type { PagesContext } from '../pages-context';
import { peopleOf } from '../people';
import { leaveNote, setColorMode, signIn } from '../session';

/** Goes on as another person of the site. */
export function switchUser(context: PagesContext, exchange: Exchange): Answer {
  const accountId = formOf(exchange).get('account');
  const user = peopleOf(context.site).find((person) => person.accountId === accountId);
  const back = redirect(cameFrom(exchange));
  if (!user) return leaveNote(back, { kind: 'error', text: 'There is no such person on this site.' });
  return signIn(back, user.accountId);
}

/** Light or dark pages. */
export function switchColorMode(_context: PagesContext, exchange: Exchange): Answer {
  return setColorMode(
    redirect(cameFrom(exchange)),
    formOf(exchange).get('mode') === 'dark' ? 'dark' : 'light',
  );
}

/** The page of this site that the form was on. */
function cameFrom({ headers }: Exchange): string {
  const referer = headers['referer'];
  if (referer === undefined || !URL.canParse(referer)) return '/issues';
  const from = new URL(referer);
  return from.host === headers['host'] ? from.pathname + from.search : '/issues';
}
