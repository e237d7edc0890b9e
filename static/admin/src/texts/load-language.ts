import { en as words } from '#contract/messages/en';
import { isolating } from '../../../shared/isolating';
import { spokenIn } from '../../../shared/spoken';
import { en } from './en';
import type { Language } from './texts';

/** The language for a locale as Jira names it; loads only what it needs, and English is there already. */
export async function loadLanguage(locale: string): Promise<Language> {
  const spoken = spokenIn(locale);
  const [texts, said] = spoken === 'en' ? [en, words] : spoken === 'de' ? await german() : await russian();
  return { texts: isolating(texts), words: isolating(said), locale };
}

async function german() {
  const [{ de }, german] = await Promise.all([import('./de'), import('#contract/messages/de')]);
  return [de, german.de] as const;
}

async function russian() {
  const [{ ru }, russian] = await Promise.all([import('./ru'), import('#contract/messages/ru')]);
  return [ru, russian.ru] as const;
}
