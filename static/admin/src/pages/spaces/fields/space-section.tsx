import type { ReactNode } from 'react';
import Heading from '@atlaskit/heading';
import type { Space } from '#contract/settings';
import { useSpaceForm } from '../space-form';
import { Origin } from './space-field';

interface SpaceSectionProps {
  readonly title: string;
  readonly intro?: string;
  /** The value that the section edits as a whole. */
  readonly field: keyof Space;
  readonly children: ReactNode;
}

/** A part of a card with a heading of its own. */
export function SpaceSection({ title, intro, field, children }: SpaceSectionProps) {
  const { role } = useSpaceForm();
  return (
    <section className="sf-space-section sf-stack-tight" data-place={`${role}/${field}`}>
      <div className="sf-row-between">
        <Heading size="xsmall" as="h3">
          {title}
        </Heading>
        <Origin field={field} />
      </div>
      {intro !== undefined && <p className="sf-subtle">{intro}</p>}
      {children}
    </section>
  );
}
