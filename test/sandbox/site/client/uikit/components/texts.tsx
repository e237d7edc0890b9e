import { createElement, type MouseEvent } from 'react';
import type { Draw } from '../draw';
import { siteBridge } from '../forge-doc';
import { css } from '../styles';

const FONTS: Readonly<Record<string, string>> = { small: 'font.body.small', medium: 'font.body', large: 'font.body.large' };
const WEIGHTS: Readonly<Record<string, number>> = { regular: 400, medium: 500, semibold: 600, bold: 653 };
const HEADINGS: Readonly<Record<string, string>> = { h1: 'xlarge', h2: 'large', h3: 'medium', h4: 'small', h5: 'xsmall', h6: 'xxsmall' };
const TAGS: Readonly<Record<string, string>> = { strike: 's' };

const text: Draw = ({ as = 'p', align, color, size, weight, maxLines }, children) => {
  const clamp = maxLines === undefined ? {} : { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: maxLines, overflow: 'hidden' };
  const style = {
    font: css(FONTS[String(size ?? 'medium')]),
    fontWeight: WEIGHTS[String(weight)],
    color: css(color),
    textAlign: align,
    ...clamp,
  };
  return createElement(TAGS[as] ?? as, { style, className: 'text' }, children);
};

/** Links leave the frame by the bridge: the site decides where they may lead. */
const link: Draw = ({ href, openNewTab }, children) => (
  <a href={href} onClick={(event) => follow(event, String(href), openNewTab === true)}>
    {children}
  </a>
);

function follow(event: MouseEvent, href: string, newTab: boolean): void {
  event.preventDefault();
  void siteBridge()('navigate', { url: href, type: newTab ? 'new-tab' : 'same-tab' });
}

/** Words. */
export const texts: Readonly<Record<string, Draw>> = {
  String: ({ text: words }) => words,
  Text: text,
  Strong: (_props, children) => <strong>{children}</strong>,
  Em: (_props, children) => <em>{children}</em>,
  Strike: (_props, children) => <s>{children}</s>,
  strong: (_props, children) => <strong>{children}</strong>,
  em: (_props, children) => <em>{children}</em>,
  Heading: ({ as = 'h3', size }, children) =>
    createElement(as, { style: { font: css(`font.heading.${String(size ?? HEADINGS[as])}`), margin: 0 } }, children),
  Code: (_props, children) => <code>{children}</code>,
  CodeBlock: ({ text: code }) => <pre>{code}</pre>,
  Link: link,
};
