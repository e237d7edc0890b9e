import Lozenge from '@atlaskit/lozenge';
import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import { createElement, type ComponentProps } from 'react';
import { around, component, type Draw } from '../component';

/** What tells about a state. */
export const feedback: Readonly<Record<string, Draw>> = {
  Lozenge: component<ComponentProps<typeof Lozenge>>((props, children) => (
    <Lozenge {...props}>{children}</Lozenge>
  )),
  Badge: around((children) => <span className="badge">{children}</span>),
  Tag: component<{ text: string }>(({ text }) => <span className="tag">{text}</span>),
  TagGroup: around((children) => <div className="tags">{children}</div>),
  SectionMessage: component<ComponentProps<typeof SectionMessage>>((props, children) => (
    <SectionMessage {...props}>{children}</SectionMessage>
  )),
  SectionMessageAction: component<ComponentProps<'a'>>((props, children) => <a {...props}>{children}</a>),
  Spinner: component<ComponentProps<typeof Spinner>>((props) => <Spinner {...props} />),
  ProgressBar: component<{ value: number; ariaLabel?: string }>(({ value, ariaLabel }) => (
    <progress value={value} aria-label={ariaLabel} />
  )),
  EmptyState: component<{ header: string; description?: string; headingLevel?: number }>(
    ({ header, description, headingLevel = 4 }, children) => (
      <div className="empty-state">
        {createElement(`h${String(headingLevel)}`, undefined, header)}
        <p>{description}</p>
        {children}
      </div>
    ),
  ),
  Image: component<ComponentProps<'img'>>(({ src, alt, width, height }) => (
    <img src={src} alt={alt} width={width} height={height} />
  )),
  Tooltip: component<{ content: string }>(({ content }, children) => <span title={content}>{children}</span>),
};
