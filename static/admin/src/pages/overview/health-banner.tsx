import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import type { AdminOutputs } from '../../../../../src/contract/api';
import { useRoute } from '../../app/router';
import { call } from '../../bridge/call';
import type { Async } from '../../hooks/use-async';
import { useAction } from '../../hooks/use-call';
import { describePath } from '../../logic/describe';
import { ErrorMessage, explain } from '../../parts/error-message';
import { useSay, useTexts } from '../../texts/texts';

/** Things that the settings name and Jira no longer has, with the findings they hold back; nothing when all is well. */
export function HealthBanner({ health }: { health: Async<AdminOutputs['health.get']> }) {
  const texts = useTexts();
  const words = texts.overview.health;
  const say = useSay();
  const { go } = useRoute();
  const again = useAction(async () => {
    await call('health.get', { now: true });
    health.reload();
  });
  const problems = health.value?.problems ?? [];
  if (health.state === 'failed') return <ErrorMessage error={health.error} retry={health.reload} />;
  if (problems.length === 0) return null;
  return (
    <SectionMessage
      appearance="warning"
      title={words.title}
      actions={[
        <SectionMessageAction key="open" onClick={() => go('/spaces')}>
          {words.open}
        </SectionMessageAction>,
        <SectionMessageAction key="again" onClick={() => void again.run(undefined)}>
          {words.again}
        </SectionMessageAction>,
      ]}
    >
      {problems.map(({ path, what, fix, findings, more }) => (
        <div key={path} className="sf-health">
          <p>
            <strong>{describePath(path.split('.'), texts)}:</strong> {say(what)}
            {findings > 0 && ` ${words.findings(findings, more)}.`}
          </p>
          <p>
            <span className="sf-subtle">{words.fix}: </span>
            {say(fix)}
          </p>
        </div>
      ))}
      {again.error !== undefined && <p className="sf-danger">{explain(again.error, texts.common)}</p>}
    </SectionMessage>
  );
}
