import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import type { AdminOutputs } from '#contract/api';
import { useRoute } from '../../app/router';
import { healthPath, productOf } from '../../logic/health-place';
import { useSay, useTexts } from '../../texts/texts';

type Problem = AdminOutputs['health.get']['problems'][number];

interface GoneBannerProps {
  /** All places that name the same Jira space. */
  readonly problems: readonly [Problem, ...Problem[]];
  readonly onLookAgain: () => void;
}

/** A Jira space that is gone, archived or not to be seen: whom it touches, how many wait, and the way on. */
export function GoneBanner({ problems, onLookAgain }: GoneBannerProps) {
  const { overview, common } = useTexts();
  const words = overview.gone;
  const say = useSay();
  const { go } = useRoute();
  const [{ what, fix }] = problems;
  const name = 'name' in what ? what.name : '';
  const products = problems.flatMap((problem) => productOf(problem) ?? []);
  const inherited = problems.filter((problem) => productOf(problem) === undefined);
  const findings = Math.max(...problems.map((problem) => problem.findings));
  const more = problems.some((problem) => problem.more === true);
  return (
    <SectionMessage
      appearance="error"
      title={words.title(name)}
      actions={[
        ...problems.flatMap((problem) => {
          const path = healthPath(problem);
          const product = productOf(problem);
          const role = problem.path.includes('.security.') ? 'security' : 'product';
          return path === undefined
            ? []
            : [
                <SectionMessageAction key={problem.path} onClick={() => go(path)}>
                  {words.choose(product ?? common.role[role])}
                </SectionMessageAction>,
              ];
        }),
        <SectionMessageAction key="again" onClick={onLookAgain}>
          {overview.health.again}
        </SectionMessageAction>,
      ]}
    >
      <p>{say(what)}</p>
      <p>
        {inherited.length > 0 ? words.all : words.some(products.join(', '))}{' '}
        {findings > 0 && `${overview.health.findings(findings, more)}.`}
      </p>
      <p>{say(fix)}</p>
    </SectionMessage>
  );
}
