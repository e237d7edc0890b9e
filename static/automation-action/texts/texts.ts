import { de } from './de';
import { en } from './en';
import { ru } from './ru';

/** Every text of the forms; each language is complete, or it does not compile. */
export type Texts = typeof en;

/** By the code of the language. */
export const textsOf: Readonly<Record<'en' | 'de' | 'ru', Texts>> = { en, de, ru };
