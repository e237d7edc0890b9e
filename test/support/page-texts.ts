import { de } from '../../static/admin/src/texts/de';
import { en } from '../../static/admin/src/texts/en';
import { ru } from '../../static/admin/src/texts/ru';
import type { Sections, Texts } from '../../static/admin/src/texts/sections';

/** All texts of the admin page in a language. */
export async function pageTexts(language: 'en' | 'de' | 'ru'): Promise<Texts> {
  const sections: Sections = { en, de, ru }[language];
  const all = Object.entries(sections).map(async ([name, load]) => [name, await load()] as const);
  return Object.fromEntries(await Promise.all(all)) as unknown as Texts;
}
