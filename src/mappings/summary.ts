import { shorten } from '../core/data/text';
import { legalText } from './adf/legal';
import type { BuiltIn } from './mapping';

const limit = 255;

/** The title on one line, at most 255 characters. */
export const summary: BuiltIn = {
  jiraField: () => 'summary',
  draft: ({ finding }) => {
    const value = shorten(legalText(finding.title).replace(/\s+/g, ' ').trim(), limit);
    return { value, comparable: value };
  },
  read: (raw) => (typeof raw === 'string' ? raw.trim() : null),
};
