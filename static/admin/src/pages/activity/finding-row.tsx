import type { ActivityItem } from '#contract/activity';
import type { LogItem } from '../../logic/held-tries';
import { IssueLink } from '../../parts/issue-link';
import { LinkButton } from '../../parts/link-button';
import { useDayAndTime } from '../../parts/when';
import { useSay, useTexts } from '../../texts/texts';
import { OutcomeLozenge } from '../../parts/outcome-lozenge';
import { RowFrame, type RowOf } from './row-frame';

interface FindingRowProps {
  readonly item: LogItem;
  readonly of?: RowOf;
  readonly onStory: (item: Pick<ActivityItem, 'finding' | 'product'>) => void;
}

/** What became of one finding, by whom, and why. */
export function FindingRow({ item, of, onStory }: FindingRowProps) {
  const { by: words } = useTexts().story.timeline;
  const say = useSay();
  const dayAndTime = useDayAndTime();
  const { log } = useTexts().activity;
  const { finding, product, title, outcome, issues, by, reason, tries } = item;
  return (
    <RowFrame
      {...(of && { of })}
      finding={
        <>
          <LinkButton
            label={title === undefined ? finding : `${title} (${finding})`}
            onClick={() => onStory({ finding, product })}
          >
            <bdi>{title ?? finding}</bdi>
          </LinkButton>
          <p className="sf-subtle sf-small sf-log-id" title={`${finding} · ${product}`}>
            {title !== undefined && (
              <>
                <bdi>{finding}</bdi> ·{' '}
              </>
            )}
            <bdi>{product}</bdi>
          </p>
        </>
      }
      done={
        <>
          <span className="sf-row">
            <OutcomeLozenge outcome={outcome} />
            {by !== undefined && <span className="sf-subtle">{words[by]}</span>}
          </span>
          {reason && <p className="sf-small">{say(reason)}</p>}
          {tries && <p className="sf-subtle sf-small">{log.tries(tries.count, dayAndTime(tries.since))}</p>}
        </>
      }
      issues={
        <span className="sf-row">
          {issues.map((key) => (
            <IssueLink key={key} issue={key} />
          ))}
        </span>
      }
    />
  );
}
