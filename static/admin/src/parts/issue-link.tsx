import { router } from '@forge/bridge';
import { usePageContext } from '../bridge/context-provider';

/** Keys of issues as links, in a row. */
export function IssueLinks({ issues }: { issues: readonly string[] }) {
  return issues.map((issue, index) => (
    <span key={issue}>
      {index > 0 && ', '}
      <IssueLink issue={issue} />
    </span>
  ));
}

/** An issue's key as a link that opens the issue in a new tab. */
export function IssueLink({ issue }: { issue: string }) {
  const { siteUrl } = usePageContext();
  const path = `/browse/${issue}`;
  return (
    <a
      className="sf-issue-key"
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
