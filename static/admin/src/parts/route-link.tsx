import type { ReactNode } from 'react';
import { useRoute } from '../app/router';

/** A link to another page of the app. */
export function RouteLink({ to, children }: { to: string; children: ReactNode }) {
  const { go } = useRoute();
  return (
    <a
      href={to}
      onClick={(event) => {
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}
