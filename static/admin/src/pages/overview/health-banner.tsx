import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import type { AdminOutputs } from '#contract/api';
import { useRoute } from '../../app/router';
import { call } from '../../bridge/call';
import type { Async } from '../../hooks/use-async';
import { useAction } from '../../hooks/use-call';
import { healthPath, isGone } from '../../logic/health-place';
import { describePath } from '../../logic/describe';
import { ErrorMessage, explain } from '../../parts/error-message';
import { LinkButton } from '../../parts/link-button';
import { useSay, useTexts } from '../../texts/texts';
import { GoneBanner } from './gone-banner';

type Problem = AdminOutputs['health.get']['problems'][number];

/** Things that the settings name and Jira no longer has, with the findings they hold back; nothing when all is well. */
export function HealthBanner({ health }: { health: Async<AdminOutputs['health.get']> }) {
  const again = useAction(async () => {
    await call('health.get', { now: true });
    health.reload();
  });
  const all = health.value?.problems ?? [];
  const problems = all.filter((problem) => !isGone(problem));
  if (health.state === 'failed') return <ErrorMessage error={health.error} retry={health.reload} />;
  const lookAgain = () => void again.run(undefined);
  return (
    <>
      {spacesGone(all).map((some) => (
        <GoneBanner key={some[0].path} problems={some} onLookAgain={lookAgain} />
      ))}
      {problems.length > 0 && <Others problems={problems} onLookAgain={lookAgain} error={again.error} />}
    </>
  );
}

/** The places by the Jira space that they name. */
function spacesGone(problems: readonly Problem[]): [Problem, ...Problem[]][] {
  const groups = new Map<string, [Problem, ...Problem[]]>();
  for (const problem of problems.filter(isGone)) {
    const name = 'name' in problem.what ? problem.what.name : problem.path;
    const known = groups.get(name);
    if (known) known.push(problem);
    else groups.set(name, [problem]);
  }
  return [...groups.values()];
}

/** A row of the mapping is told by its field's name, in the sentence; its id tells nobody anything. */
function shownKeys(path: string): string[] {
  return path.replace(/\.mapping\..*$/, '').split('.');
}

interface OthersProps {
  readonly problems: readonly Problem[];
  readonly onLookAgain: () => void;
  readonly error: Error | undefined;
}

/** Everything else that is lost, each with the way to its place. */
function Others({ problems, onLookAgain, error }: OthersProps) {
  const { overview, common, fields } = useTexts();
  const words = overview.health;
  const say = useSay();
  const { go } = useRoute();
  return (
    <SectionMessage
      appearance="warning"
      title={words.title}
      actions={[
        <SectionMessageAction key="again" onClick={onLookAgain}>
          {words.again}
        </SectionMessageAction>,
      ]}
    >
      {problems
        .map((problem) => ({ ...problem, to: healthPath(problem) }))
        .map(({ path, what, fix, findings, more, to }) => (
          <div key={path} className="sf-health">
            <p>
              <strong>{describePath(shownKeys(path), { common, fields })}:</strong> {say(what)}
              {findings > 0 && ` ${words.findings(findings, more)}.`}
            </p>
            <p>
              <span className="sf-subtle">{words.fix}: </span>
              {say(fix)}{' '}
              {to !== undefined && (
                <LinkButton label={`${words.open}: ${say(what)}`} onClick={() => go(to)}>
                  {words.open}
                </LinkButton>
              )}
            </p>
          </div>
        ))}
      {error !== undefined && <p className="sf-danger">{explain(error, common)}</p>}
    </SectionMessage>
  );
}
