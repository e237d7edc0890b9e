/** The templates that the app has by itself: one for each kind and language. */
import type { Language } from '../../../contract/language';
import { de } from './de';
import { en } from './en';
import { ru } from './ru';

/** A template as far as it says what stands in issues. */
export interface TemplateTexts {
  readonly summary: string;
  readonly description: string;
}

const descriptions: Readonly<Record<Language, string>> = { en, de, ru };

/** The kinds differ in what their findings say, not in how it is told. */
export function builtInTexts(language: Language): TemplateTexts {
  return { summary: '{{ finding.title }}', description: descriptions[language] };
}
