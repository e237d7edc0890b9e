import { Suspense, lazy, useState } from 'react';
import type { ActivityItem } from '../../../../../src/contract/activity';
import { IssueLink } from '../../parts/issue-link';
import { LinkButton } from '../../parts/link-button';
import { useSay, useTexts } from '../../texts/texts';
import { OutcomeLozenge } from './outcome-lozenge';

const StoryDialog = lazy(async () => ({ default: (await import('./story-dialog')).StoryDialog }));

const shownAtMost = 100;

interface BatchItemsProps {
  readonly connection: string;
  readonly items: readonly ActivityItem[];
}

/** What became of each finding of a batch; a finding opens its story. */
export function BatchItems({ connection, items }: BatchItemsProps) {
  const { activity, story: storyTexts } = useTexts();
  const texts = activity.items;
  const say = useSay();
  const [story, setStory] = useState<Pick<ActivityItem, 'finding' | 'product'>>();
  if (items.length === 0) return <p className="sf-subtle">{texts.none}</p>;
  return (
    <>
      <table className="sf-table sf-inner-table">
        <thead>
          <tr>
            <th scope="col">{texts.finding}</th>
            <th scope="col">{texts.product}</th>
            <th scope="col">{texts.outcome}</th>
            <th scope="col">{texts.issues}</th>
            <th scope="col">{texts.reason}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ finding, product, outcome, issues, by, reason }) => (
            <tr key={`${product}\n${finding}\n${outcome}`}>
              <td className="sf-code">
                <LinkButton label={finding} onClick={() => setStory({ finding, product })}>
                  {finding}
                </LinkButton>
              </td>
              <td>{product}</td>
              <td>
                <span className="sf-row">
                  <OutcomeLozenge outcome={outcome} />
                  {by !== undefined && <span className="sf-subtle">{storyTexts.timeline.by[by]}</span>}
                </span>
              </td>
              <td>
                <span className="sf-row">
                  {issues.map((key) => (
                    <IssueLink key={key} issue={key} />
                  ))}
                </span>
              </td>
              <td>{reason && say(reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {items.length >= shownAtMost && <p className="sf-subtle sf-small">{texts.rest(items.length)}</p>}
      {story !== undefined && (
        <Suspense>
          <StoryDialog connection={connection} {...story} onClose={() => setStory(undefined)} />
        </Suspense>
      )}
    </>
  );
}
