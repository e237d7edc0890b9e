import '../../shared/jitless';
import '@atlaskit/css-reset';
import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { enableTheme } from '../../shared/theme';
import { readPlace } from './data/place';
import { FindingsPage } from './findings-page';
import { LanguageContext, languageIn } from './texts/texts';

async function start(root: HTMLElement): Promise<void> {
  const [place] = await Promise.all([readPlace(), enableTheme()]);
  const language = languageIn(place.locale);
  document.documentElement.lang = language.texts.code;
  createRoot(root).render(
    <StrictMode>
      <LanguageContext.Provider value={language}>
        <FindingsPage place={place} />
      </LanguageContext.Provider>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root !== null) {
  start(root).catch((error: unknown) => {
    // Without the bridge there is neither language nor theme, only a sentence that is better than an empty page.
    root.textContent = `The page could not start: ${error instanceof Error ? error.message : String(error)}. Reload the page.`;
  });
}
