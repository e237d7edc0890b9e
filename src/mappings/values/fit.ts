import type { FieldMeta } from '../../core/jira/issue';
import type { Lookups } from '../lookups';
import { fitCascading, fitChoice, fitChoices } from './choices';
import { type Fitted, type Given, misfit } from './fitted';
import { fitGroup, fitGroups, fitParent, fitPeople, fitPerson } from './looked-up';
import { fitDay, fitMoment, fitNumber } from './moments';
import { fitAddress, fitLabels, fitLine, fitParagraph } from './texts';

/** A value in the form in which Jira takes it in this field (field input formats), or why it has none. Blanks are none. */
export function fit(source: Given, meta: FieldMeta, lookups: Lookups): Fitted {
  const given = { ...source, values: source.values.filter(isSaid) };
  switch (meta.type) {
    case 'text':
      return fitLine(given);
    case 'paragraph':
      return fitParagraph(given);
    case 'url':
      return fitAddress(given);
    case 'labels':
      return fitLabels(given);
    case 'number':
      return fitNumber(given);
    case 'date':
      return fitDay(given);
    case 'datetime':
      return fitMoment(given);
    case 'choice':
      return fitChoice(given, meta);
    case 'choices':
      return fitChoices(given, meta);
    case 'cascading':
      return fitCascading(given, meta);
    case 'user':
      return fitPerson(given, lookups);
    case 'users':
      return fitPeople(given, lookups);
    case 'group':
      return fitGroup(given, lookups);
    case 'groups':
      return fitGroups(given, lookups);
    case 'parent':
      return fitParent(given, lookups);
    case 'sprint':
    case 'other':
      return misfit;
  }
}

/** A template whose conditions do not hold leaves line ends behind. */
function isSaid(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null;
}
