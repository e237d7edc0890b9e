/** What an activity item says of the finding that it is about. */
import type { ActivityItem } from '../../contract/activity';
import type { LinkRecord } from '../../contract/link-record';
import { shorten } from '../data/text';

type About = Pick<ActivityItem, 'finding' | 'product' | 'title'>;

/** Titles are kept for 30 days with everything that is done: longer ones would cost a storage unit more. */
const titleChars = 120;

/** By its id, product and title; a title that only repeats the id says nothing. */
export function about(finding: string, product: string, title?: string): About {
  const shown = title === undefined || title === finding ? undefined : shorten(title, titleChars);
  return { finding, product, ...(shown !== undefined && { title: shown }) };
}

/** The finding of a record. */
export function aboutRecord({ findingId, product, facts }: LinkRecord): About {
  return about(findingId, product, facts.title);
}
