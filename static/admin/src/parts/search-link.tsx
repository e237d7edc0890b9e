import type { ReactNode } from 'react';
import { router } from '@forge/bridge';
import { usePageContext } from '../bridge/context-provider';
import { searchPath } from '../logic/searches';

/** A link that opens Jira's issue search with a JQL in a new tab. */
export function SearchLink({ jql, children }: { jql: string; children: ReactNode }) {
  const { siteUrl } = usePageContext();
  const path = searchPath(jql);
  return (
    <a
      href={`${siteUrl}${path}`}
      onClick={(event) => {
        event.preventDefault();
        void router.open(path);
      }}
    >
      {children}
    </a>
  );
}
