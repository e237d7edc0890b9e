/** How the portal answers pushes, as somebody tells it on its page. */
import { text, type Answer } from '../site/http/answer';

export const behaviours = {
  well: 'as it should: stores and answers 204',
  error: '500: something broke',
  busy: '429: come back in a minute',
  gone: '410: no more of this, please',
  slow: 'stores, but answers after half a minute',
  nonsense: 'redirects to a sign-in page',
  down: 'not at all: it is down',
} as const;
export type Behaviour = keyof typeof behaviours;

/** The behaviour of that name. @throws when there is none */
export function behaviourOf(name: string | null): Behaviour {
  const known = (Object.keys(behaviours) as Behaviour[]).find((one) => one === name);
  if (known === undefined) throw new Error(`The portal cannot behave like "${String(name)}".`);
  return known;
}

/** So long a slow portal takes, in ms. */
export const slowMs = 30_000;

/** Says whether what arrives is stored. */
export function takesIn(behaviour: Behaviour): boolean {
  return behaviour === 'well' || behaviour === 'slow';
}

/** What is answered to a push whose signature holds. */
export function answerOf(behaviour: Behaviour): Answer {
  switch (behaviour) {
    case 'error':
      return text('Something broke in the portal.', 500);
    case 'busy':
      return { ...text('Too much at once.', 429), headers: { 'retry-after': '60' } };
    case 'gone':
      return text('This address is not used any more.', 410);
    case 'nonsense':
      return { status: 302, headers: { location: '/sign-in' }, body: '' };
    default:
      return { status: 204, headers: {}, body: '' };
  }
}
