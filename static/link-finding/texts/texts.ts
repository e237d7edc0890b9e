import { useLanguage } from '../../issue-panel/texts/use-language';
import { isolating } from '../../shared/isolating';
import { de } from './de';
import { en } from './en';
import { ru } from './ru';

/** Every text of the action; each language is complete, or it does not compile. */
export type Texts = typeof en;

/** By the code of the language. */
export const textsOf: Readonly<Record<'en' | 'de' | 'ru', Texts>> = isolating({ en, de, ru });

/** The texts in the language of the person who looks. */
export function useTexts(): Texts {
  return textsOf[useLanguage().code];
}
