import { en as words } from '#contract/messages/en';
import { spokenIn } from '../../../shared/spoken';
import { en } from './en';
import type { Language } from './texts';

/** The language for a locale as Jira names it; loads only what it needs, and English is there already. */
export async function loadLanguage(locale: string): Promise<Language> {
  const spoken = spokenIn(locale);
  if (spoken === 'en') return { texts: en, words, locale };
  const [texts, spokenWords] = spoken === 'de' ? await german() : await russian();
  return { texts, words: spokenWords, locale };
}

async function german() {
  const [{ de }, german] = await Promise.all([import('./de'), import('#contract/messages/de')]);
  return [de, german.de] as const;
}

async function russian() {
  const [{ ru }, russian] = await Promise.all([import('./ru'), import('#contract/messages/ru')]);
  return [ru, russian.ru] as const;
}
