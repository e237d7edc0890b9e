import '../../shared/jitless';
import '@atlaskit/css-reset';
import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { ErrorBoundary } from './app/error-boundary';
import { Router } from './app/router';
import { type PageContext, readContext } from './bridge/context';
import { ContextProvider } from './bridge/context-provider';
import { type PageHistory, openHistory } from './bridge/history';
import { enableTheme } from '../../shared/theme';
import { ErrorMessage } from './parts/error-message';
import { loadLanguage } from './texts/load-language';
import { type Language, LanguageProvider } from './texts/texts';

async function start(root: HTMLElement): Promise<void> {
  const [history, context] = await Promise.all([openHistory(), readContext(), enableTheme()]);
  const language = await loadLanguage(context.locale);
  document.documentElement.lang = language.texts.common.languageCode;
  createRoot(root).render(<Page history={history} context={context} language={language} />);
}

/** A part that failed to load stays failed until the page is loaded anew. */
function reload(): void {
  window.location.reload();
}

interface PageProps {
  readonly history: PageHistory;
  readonly context: PageContext;
  readonly language: Language;
}

function Page({ history, context, language }: PageProps) {
  return (
    <StrictMode>
      <ContextProvider context={context}>
        <LanguageProvider language={language}>
          <ErrorBoundary fallback={(error) => <ErrorMessage error={error} retry={reload} />}>
            <Router history={history}>
              <App />
            </Router>
          </ErrorBoundary>
        </LanguageProvider>
      </ContextProvider>
    </StrictMode>
  );
}

const root = document.getElementById('root');
if (root !== null) {
  start(root).catch((error: unknown) => {
    // Without the bridge there is neither language nor theme, only a sentence that is better than an empty page.
    root.textContent = `Security Findings could not start: ${error instanceof Error ? error.message : String(error)}. Reload the page.`;
  });
}
