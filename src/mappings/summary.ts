import { shorten } from '../core/data/text';
import { legalText } from './adf/legal';
import { type BuiltIn, scopedOf } from './mapping';
import { failedNote, writeSummary } from './templates/write-issue';

const limit = 255;

/** What the template calls the issue, else the title: on one line, at most 255 characters. */
export const summary: BuiltIn = {
  jiraField: () => 'summary',
  draft: (input) => {
    const { value: written = '', failed } = writeSummary(input.templates, input.template, scopedOf(input));
    const line = oneLine(written);
    const value = line === '' ? oneLine(input.finding.title) : line;
    return { value, comparable: value, ...(failed ? { note: failedNote(input.template, failed) } : {}) };
  },
  read: (raw) => (typeof raw === 'string' ? raw.trim() : null),
};

/** A text as a summary: on one line that Jira takes; empty where nothing is left of it. */
export function oneLine(text: string): string {
  return shorten(legalText(text).replace(/\s+/g, ' ').trim(), limit);
}
