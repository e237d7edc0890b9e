import type { ReactNode } from 'react';
import Heading from '@atlaskit/heading';

interface EmptyStateProps {
  readonly title: string;
  /** What will appear here, and how to get it. */
  readonly body: ReactNode;
  readonly action?: ReactNode;
}

/** Says what will appear in a place that has nothing to show yet. */
export function EmptyState({ title, body, action }: EmptyStateProps) {
  return (
    <div className="sf-empty">
      <Heading size="small" as="h2">
        {title}
      </Heading>
      <p>{body}</p>
      {action}
    </div>
  );
}
