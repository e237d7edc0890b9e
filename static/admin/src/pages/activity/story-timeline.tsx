import Heading from '@atlaskit/heading';
import type { Story, StoryEntry } from '#contract/story';
import { IssueLink } from '../../parts/issue-link';
import { Sentence } from '../../parts/sentence';
import { useStatusName } from '../../parts/status-name';
import { useDayAndTime } from '../../parts/when';
import { useSay, useTexts } from '../../texts/texts';
import { OutcomeLozenge } from '../../parts/outcome-lozenge';

/** What happened to the finding, newest first, down to where the activity that is kept begins. */
export function StoryTimeline({ story: { entries, issues, from, complete, gaps } }: { story: Story }) {
  const gone = new Set(issues.flatMap((issue) => (issue.gone ? [issue.key] : [])));
  const texts = useTexts().story.timeline;
  const dayAndTime = useDayAndTime();
  return (
    <section className="sf-stack-tight">
      <Heading size="xsmall" as="h2">
        {texts.title}
      </Heading>
      {entries.length === 0 && <p className="sf-subtle">{texts.none}</p>}
      <ol className="sf-timeline">
        {entries.map((entry, index) => (
          <li key={`${String(entry.at)} ${String(index)}`}>
            <time className="sf-subtle sf-small" dateTime={new Date(entry.at).toISOString()}>
              {dayAndTime(entry.at)}
            </time>
            <Entry entry={entry} gone={gone} />
          </li>
        ))}
      </ol>
      <p className="sf-subtle sf-small">
        {complete ? texts.from(dayAndTime(from)) : texts.bounded(dayAndTime(from))}
      </p>
      {gaps && <p className="sf-subtle sf-small">{texts.gaps}</p>}
    </section>
  );
}

interface EntryProps<One extends StoryEntry> {
  readonly entry: One;
  /** Keys of issues that Jira no longer has: nothing to open. */
  readonly gone: ReadonlySet<string>;
}

function Entry({ entry, gone }: EntryProps<StoryEntry>) {
  const texts = useTexts().story.timeline;
  const statusName = useStatusName({});
  switch (entry.what) {
    case 'outcome':
      return <Outcome entry={entry} gone={gone} />;
    case 'reported':
      return <p>{texts.reported(statusName(entry.status))}</p>;
    case 'created':
    case 'done':
      return <Sentence text={texts[entry.what]} slots={{ issue: <Key issue={entry.issue} gone={gone} /> }} />;
    case 'closed':
      return (
        <Sentence
          text={texts.closed}
          slots={{
            issue: <Key issue={entry.issue} gone={gone} />,
            because: <Key issue={entry.because} gone={gone} />,
          }}
        />
      );
  }
}

function Outcome({ entry, gone }: EntryProps<Extract<StoryEntry, { what: 'outcome' }>>) {
  const say = useSay();
  const { story } = useTexts();
  return (
    <>
      <div className="sf-row">
        <OutcomeLozenge outcome={entry.outcome} />
        {entry.issues.map((key) => (
          <Key key={key} issue={key} gone={gone} />
        ))}
        {entry.by !== undefined && <span className="sf-subtle">{story.timeline.by[entry.by]}</span>}
      </div>
      {entry.reason !== undefined && <p>{say(entry.reason)}</p>}
    </>
  );
}

function Key({ issue, gone }: { issue: string; gone: ReadonlySet<string> }) {
  return gone.has(issue) ? <span>{issue}</span> : <IssueLink issue={issue} />;
}
