import type { ReactNode } from 'react';
import { CardHead } from './card-head';

/** One part of the page with its heading. */
export function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="sf-card sf-stack" aria-label={title}>
      <CardHead title={title} />
      {children}
    </section>
  );
}
