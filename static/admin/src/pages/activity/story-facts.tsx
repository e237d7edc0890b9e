import type { Story } from '#contract/story';
import { useStatusName } from '../../parts/status-name';
import { Warning } from '../../parts/warning';
import { useSay, useTexts } from '../../texts/texts';
import { StateLozenge } from './state-lozenge';

/** What the finding is and how it stands; what holds it up, if anything does. */
export function StoryFacts({ story: { product, facts, state, reason } }: { story: Story }) {
  const say = useSay();
  const { story: texts, common } = useTexts();
  const statusName = useStatusName({});
  return (
    <div className="sf-stack-tight">
      {facts !== undefined && (
        <p className="sf-story-title">
          <bdi>{facts.title}</bdi>
        </p>
      )}
      <dl className="sf-facts">
        <dt>{texts.facts.state}</dt>
        <dd>
          <StateLozenge state={state} />
        </dd>
        {product !== undefined && (
          <>
            <dt>{texts.facts.product}</dt>
            <dd>
              <bdi>{product}</bdi>
            </dd>
          </>
        )}
        {facts !== undefined && (
          <>
            <dt>{texts.facts.severity}</dt>
            <dd>{common.severity[facts.severity]}</dd>
            <dt>{texts.facts.status}</dt>
            <dd>{statusName(facts.status)}</dd>
            {facts.assigneeUnconfirmed === true && (
              <>
                <dt>{texts.facts.assignee}</dt>
                <dd>{texts.unconfirmed}</dd>
              </>
            )}
          </>
        )}
      </dl>
      {reason !== undefined && (state === 'held' ? <Warning>{say(reason)}</Warning> : <p>{say(reason)}</p>)}
    </div>
  );
}
