import type { ReactNode } from 'react';
import Heading from '@atlaskit/heading';
import { When } from '../../parts/when';
import { useTexts } from '../../texts/texts';

interface AuditHeadProps {
  readonly title: ReactNode;
  readonly at: number;
  /** Undefined when Jira does not tell the name. */
  readonly who: string | undefined;
  readonly action?: ReactNode;
}

/** What it is about, when it was and who did it. */
export function AuditHead({ title, at, who, action }: AuditHeadProps) {
  const { audit: texts } = useTexts();
  return (
    <div className="sf-row-between sf-top">
      <div className="sf-grow">
        <Heading size="xsmall" as="h2">
          {title}
        </Heading>
        <p className="sf-subtle">
          <When at={at} /> {texts.by(who ?? texts.unknown)}
        </p>
      </div>
      {action}
    </div>
  );
}
