import { isolating } from '../../../shared/isolating';
import { spokenIn } from '../../../shared/spoken';
import { shelf } from './shelf';
import type { Language } from './texts';

const languages = { en: english, de: german, ru: russian };

/** The language for a locale as Jira names it, with the texts that all pages share; no other language is loaded. */
export async function loadLanguage(locale: string): Promise<Language> {
  const [sections, words] = await languages[spokenIn(locale)]();
  const { texts, fetch } = shelf(sections, isolating);
  await fetch('common');
  return { texts, fetch, words: isolating(words), locale };
}

async function english() {
  const [{ en }, english] = await Promise.all([import('./en'), import('#contract/messages/en')]);
  return [en, english.en] as const;
}

async function german() {
  const [{ de }, german] = await Promise.all([import('./de'), import('#contract/messages/de')]);
  return [de, german.de] as const;
}

async function russian() {
  const [{ ru }, russian] = await Promise.all([import('./ru'), import('#contract/messages/ru')]);
  return [ru, russian.ru] as const;
}
