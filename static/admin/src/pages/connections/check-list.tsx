import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import SectionMessage from '@atlaskit/section-message';
import type { Check } from '#contract/api';
import { sayCheck } from '#contract/messages/say';
import { isolated } from '../../../../shared/isolated';
import { When } from '../../parts/when';
import { useTexts, useWords } from '../../texts/texts';

const looks: Record<Check['result'], ThemeAppearance> = {
  ok: 'success',
  problem: 'removed',
  unverified: 'moved',
};

/** What was checked, line by line; a problem stands with its cause and the fix. */
export function CheckList({ checks }: { checks: readonly Check[] }) {
  const texts = useTexts().connections.testing;
  const words = useWords();
  return (
    <ul className="sf-test-lines">
      {checks.map((check) => {
        const { what, detail, fix } = sayCheck(isolatedNames(check), words);
        return (
          <li key={what} className="sf-test-line">
            <Lozenge appearance={looks[check.result]}>{texts[check.result]}</Lozenge>
            <div className="sf-grow">
              <strong>{what}</strong>
              {check.at !== undefined && (
                <p className="sf-subtle">
                  <When at={check.at} />
                </p>
              )}
              {detail !== undefined && <p>{detail}</p>}
              {fix !== undefined && (
                <p>
                  <span className="sf-subtle">{texts.fix}: </span>
                  {fix}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Names from outside read in their own direction. */
function isolatedNames({ product, issueType, ...check }: Check): Check {
  return {
    ...check,
    ...(product === undefined ? {} : { product: isolated(product) }),
    ...(issueType === undefined ? {} : { issueType: isolated(issueType) }),
  };
}

/** The result of all checks in one line, with the names of the problems; things not verified never count as fine. */
export function ChecksSummary({ checks }: { checks: readonly Check[] }) {
  const texts = useTexts().connections.testing;
  const words = useWords();
  const wrong = checks.filter(({ result }) => result === 'problem');
  const problems = wrong.length;
  const open = checks.filter(({ result }) => result === 'unverified').length;
  if (problems === 0 && open === 0) {
    return (
      <SectionMessage appearance="success">
        <p>{texts.allOk}</p>
      </SectionMessage>
    );
  }
  const lines = [problems > 0 ? texts.problems(problems) : '', open > 0 ? texts.notAll(open) : ''];
  return (
    <SectionMessage appearance={problems > 0 ? 'error' : 'warning'}>
      <p>{lines.filter(Boolean).join(' · ')}</p>
      {problems > 0 && (
        <ul>
          {wrong.map((check, index) => (
            <li key={index}>{sayCheck(isolatedNames(check), words).what}</li>
          ))}
        </ul>
      )}
    </SectionMessage>
  );
}
