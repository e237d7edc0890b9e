/** What the app itself says on issues, in the language of the space. */
import type { Language } from '../../contract/language';
import { de } from './de';
import { en } from './en';
import { ru } from './ru';
import type { IssueWords } from './shape';

export type { IssueWords };

export const issueWords: Readonly<Record<Language, IssueWords>> = { en, de, ru };
