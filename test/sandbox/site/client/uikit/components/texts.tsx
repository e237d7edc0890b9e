import { createElement, type CSSProperties, type MouseEvent, type ReactNode } from 'react';
import { around, component, type Draw } from '../component';
import { siteBridge } from '../forge-doc';
import { css } from '../styles';

interface TextProps {
  readonly as?: 'em' | 'p' | 'span' | 'strong' | 'strike';
  readonly align?: 'center' | 'start' | 'end';
  readonly color?: string;
  readonly size?: 'small' | 'medium' | 'large';
  readonly weight?: 'regular' | 'medium' | 'semibold' | 'bold';
  readonly maxLines?: number;
}

const FONTS = { small: 'font.body.small', medium: 'font.body', large: 'font.body.large' } as const;
const WEIGHTS = { regular: 400, medium: 500, semibold: 600, bold: 653 } as const;

function text(props: TextProps, children: ReactNode): ReactNode {
  const { as = 'p', align, color, size = 'medium', weight = 'regular', maxLines } = props;
  const style: CSSProperties & Record<`--${string}`, number | undefined> = {
    '--lines': maxLines,
    font: css(FONTS[size]),
    fontWeight: WEIGHTS[weight],
    color: css(color),
    textAlign: align,
  };
  return createElement(
    as === 'strike' ? 's' : as,
    { style, className: maxLines === undefined ? 'text' : 'text clamped' },
    children,
  );
}

type HeadingTag = 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'div' | 'span';
const HEADINGS: Readonly<Record<HeadingTag, string>> = {
  h1: 'xlarge',
  h2: 'large',
  h3: 'medium',
  h4: 'small',
  h5: 'xsmall',
  h6: 'xxsmall',
  div: 'medium',
  span: 'medium',
};

function heading(
  { as = 'h3', size = HEADINGS[as] }: { as?: HeadingTag; size?: string },
  children: ReactNode,
): ReactNode {
  return createElement(as, { style: { font: css(`font.heading.${size}`), margin: 0 } }, children);
}

interface LinkProps {
  readonly href: string;
  readonly openNewTab?: boolean;
}

/** Links leave the frame by the bridge: the site decides where they may lead. */
function link({ href, openNewTab }: LinkProps, children: ReactNode): ReactNode {
  const follow = (event: MouseEvent): void => {
    event.preventDefault();
    void siteBridge()('navigate', { url: href, type: openNewTab === true ? 'new-tab' : 'same-tab' });
  };
  return (
    <a href={href} onClick={follow}>
      {children}
    </a>
  );
}

/** Words. */
export const texts: Readonly<Record<string, Draw>> = {
  String: component<{ text: string }>(({ text: words }) => words),
  Text: component<TextProps>(text),
  Strong: around((children) => <strong>{children}</strong>),
  strong: around((children) => <strong>{children}</strong>),
  Em: around((children) => <em>{children}</em>),
  em: around((children) => <em>{children}</em>),
  Strike: around((children) => <s>{children}</s>),
  Heading: component(heading),
  Code: around((children) => <code>{children}</code>),
  CodeBlock: component<{ text: string }>(({ text: code }) => <pre>{code}</pre>),
  Link: component<LinkProps>(link),
};
