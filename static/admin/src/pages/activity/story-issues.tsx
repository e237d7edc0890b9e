import Heading from '@atlaskit/heading';
import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import type { StoryIssue } from '#contract/story';
import { useAsync } from '../../hooks/use-async';
import { readIssue } from '../../jira/issue';
import type { StatusCategory } from '../../jira/types';
import { explain } from '../../parts/error-message';
import { IssueLink } from '../../parts/issue-link';
import { useTexts } from '../../texts/texts';

const looks: Partial<Record<StatusCategory, ThemeAppearance>> = {
  indeterminate: 'inprogress',
  done: 'success',
};

/** The issues that the finding has or had, each as Jira shows it to the person who looks. */
export function StoryIssues({ issues }: { issues: readonly StoryIssue[] }) {
  const texts = useTexts().story.issues;
  return (
    <section className="sf-stack-tight">
      <Heading size="xsmall" as="h2">
        {texts.title}
      </Heading>
      {issues.length === 0 && <p className="sf-subtle">{texts.none}</p>}
      {issues.length > 0 && (
        <ul className="sf-story-issues">
          {issues.map((issue) => (
            <li key={issue.id}>
              <Issue issue={issue} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Issue({ issue }: { issue: StoryIssue }) {
  const { story, common } = useTexts();
  const texts = story.issues;
  return (
    <>
      <div className="sf-row">
        {issue.gone ? <span>{issue.key}</span> : <IssueLink issue={issue.key} />}
        <span className="sf-subtle">{common.role[issue.role]}</span>
        {issue.adopted && <span className="sf-subtle">· {texts.adopted}</span>}
      </div>
      {issue.gone ? <p className="sf-subtle">{texts.gone}</p> : <Live id={issue.id} />}
    </>
  );
}

function Live({ id }: { id: string }) {
  const { story, common } = useTexts();
  const issue = useAsync(id, () => readIssue(id));
  if (issue.state === 'loading')
    return (
      <p className="sf-subtle" role="status" aria-label={story.issues.reading}>
        {story.issues.reading}
      </p>
    );
  if (issue.state === 'failed') return <p className="sf-subtle">{explain(issue.error, common)}</p>;
  if (issue.value === undefined) return <p className="sf-subtle">{story.issues.hidden}</p>;
  const { summary, status, category } = issue.value;
  return (
    <div className="sf-row">
      <Lozenge appearance={looks[category] ?? 'default'}>{status}</Lozenge>
      <bdi>{summary}</bdi>
    </div>
  );
}
