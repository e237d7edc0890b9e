import type { ReactNode } from 'react';
import Heading from '@atlaskit/heading';

interface CardHeadProps {
  readonly title: ReactNode;
  readonly intro?: ReactNode;
  /** What can be done with the card as a whole. */
  readonly action?: ReactNode;
}

/** The head of a card: its name, what it is for, and what can be done with it. */
export function CardHead({ title, intro, action }: CardHeadProps) {
  return (
    <div className="sf-card-head">
      <div className="sf-grow">
        <Heading size="small" as="h2">
          {title}
        </Heading>
        {intro !== undefined && <p className="sf-subtle">{intro}</p>}
      </div>
      {action}
    </div>
  );
}
