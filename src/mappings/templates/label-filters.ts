/** Filters that say values in the language of the space. They know the facts of findings by their shape alone. */
import { type Language, languages } from '../../contract/language';
import { ownValue } from '../../core/data/own-value';
import { partOf } from '../../core/data/part-of';
import { issueWords, type IssueWords } from '../words/issue-words';
import { wordsOf } from './markdown-text';

/** What liquidjs gives a filter as `this`. */
interface Called {
  readonly context: { readonly environments: object };
}

function wordsFor({ context }: Called): IssueWords {
  const said = ownValue<unknown>(context.environments as Record<string, unknown>, 'language');
  const language = languages.find((one) => one === said) ?? 'en';
  return issueWords[language satisfies Language];
}

function part(value: unknown, name: string): string {
  return wordsOf(partOf(value, name));
}

type Filter = (this: Called, value: unknown) => string;

/** Each by its name in templates. A value that they do not know stays as it is. */
export const labelFilters: Readonly<Record<string, Filter>> = {
  severity_label(value) {
    return ownValue<string>(wordsFor(this).severities, wordsOf(value)) ?? wordsOf(value);
  },
  kind_label(value) {
    return ownValue<string>(wordsFor(this).kinds, wordsOf(value)) ?? wordsOf(value).replaceAll('_', ' ');
  },
  yes_no(value) {
    return typeof value === 'boolean' ? wordsFor(this)[value ? 'yes' : 'no'] : wordsOf(value);
  },
  /** A share from 0 to 1. */
  percent(value) {
    return typeof value === 'number' ? wordsFor(this).percent((value * 100).toFixed(1)) : wordsOf(value);
  },
  /** `finding.cvss`: the score, then the vector. */
  cvss: (value) => [part(value, 'score'), part(value, 'vector')].join(' ').trim(),
  /** `finding.location`: the file, with its line. */
  place(value) {
    const [file, line] = [part(value, 'file'), part(value, 'line')];
    return line === '' || file === '' ? file : `${file}:${line}`;
  },
};
