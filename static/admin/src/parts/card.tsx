import type { ReactNode } from 'react';
import Heading from '@atlaskit/heading';

/** One part of the page with its heading. */
export function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="sf-card sf-stack" aria-label={title}>
      <Heading size="small" as="h2">
        {title}
      </Heading>
      {children}
    </section>
  );
}
