import Lozenge from '@atlaskit/lozenge';
import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import type { Draw } from '../draw';

/** What tells about a state. */
export const feedback: Readonly<Record<string, Draw>> = {
  Lozenge: (props, children) => <Lozenge {...props}>{children}</Lozenge>,
  Badge: (_props, children) => <span className="badge">{children}</span>,
  Tag: ({ text }) => <span className="tag">{text}</span>,
  TagGroup: (_props, children) => <div className="tags">{children}</div>,
  SectionMessage: (props, children) => <SectionMessage {...props}>{children}</SectionMessage>,
  SectionMessageAction: ({ onClick, href }, children) => (
    <a href={href} onClick={onClick}>
      {children}
    </a>
  ),
  Spinner: ({ size, label }) => <Spinner size={size} label={label} />,
  ProgressBar: ({ value, ariaLabel }) => <progress value={value} aria-label={ariaLabel} />,
  EmptyState: ({ header, description }, children) => (
    <div className="empty-state">
      <h4>{header}</h4>
      <p>{description}</p>
      {children}
    </div>
  ),
  Image: ({ src, alt, width, height }) => <img src={src} alt={alt} width={width} height={height} />,
  Tooltip: ({ content }, children) => <span title={content}>{children}</span>,
};
