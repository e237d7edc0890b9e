import { markup, type Content, type Html } from '../site/html/html';
import { icon } from '../site/html/icons';
import type { Note } from '../site/session';

/** Who looks at the portal, and how. */
export interface Look {
  readonly colorMode: 'light' | 'dark';
  readonly note: Note | undefined;
  readonly jira: string;
}

/** A whole page of the portal. */
export function frame({ colorMode, note, jira }: Look, title: string, content: Content): Html {
  const theme = 'light:light dark:dark spacing:spacing typography:typography shape:shape';
  const other = colorMode === 'dark' ? 'light' : 'dark';
  return markup`<html lang="en" data-color-mode="${colorMode}" data-theme="${theme}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title} - Security portal</title>
      <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="/assets/theme.css" />
      <link rel="stylesheet" href="/assets/portal.css" />
    </head>
    <body>
      <a class="skip" href="#content">Skip to content</a>
      <header class="bar">
        <a class="brand" href="/">${icon('shield')}<span>Security portal</span></a>
        <nav aria-label="Portal"><a href="/">Findings</a><a href="/#arrived">What arrived</a><a href="${jira}/issues">Jira</a></nav>
        <form method="post" action="/color-mode">
          <button class="icon-button" name="mode" value="${other}" title="Use ${other} mode">
            ${icon(other === 'light' ? 'sun' : 'moon')}<span class="visually-hidden">Use ${other} mode</span>
          </button>
        </form>
      </header>
      <main id="content" tabindex="-1">${note ? flag(note) : ''}${content}</main>
    </body>
  </html>`;
}

function flag({ kind, text }: Note): Html {
  return markup`<p class="note" data-type="${kind}" role="${kind === 'error' ? 'alert' : 'status'}">${text}</p>`;
}

/** A choice among values with words of their own; labelled by the text before it. */
export function choice(
  name: string,
  label: string,
  options: readonly (readonly [value: string, words: string])[],
  chosen: string,
): Html {
  return markup`<label>${label}<select name="${name}">${options.map(
    ([value, words]) =>
      markup`<option value="${value}" ${value === chosen ? markup`selected` : ''}>${words}</option>`,
  )}</select></label>`;
}
