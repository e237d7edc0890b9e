import { router } from '@forge/bridge';
import { usePageContext } from '../bridge/context-provider';

/** An issue's key as a link that opens the issue in a new tab. */
export function IssueLink({ issue }: { issue: string }) {
  const { siteUrl } = usePageContext();
  const path = `/browse/${issue}`;
  return (
    <a
      href={`${siteUrl}${path}`}
      onClick={(event) => {
        event.preventDefault();
        void router.open(path);
      }}
    >
      {issue}
    </a>
  );
}
