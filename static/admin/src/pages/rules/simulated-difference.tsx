import type { SimulationResult } from '#contract/job-results';
import type { Rule } from '#contract/rules';
import { useTexts } from '../../texts/texts';

interface DifferenceProps {
  readonly result: SimulationResult;
  readonly rules: readonly Rule[];
}

/** The difference to the rules in force, in sums. */
export function SimulatedDifference({ result, rules }: DifferenceProps) {
  const texts = useTexts().rules.simulation;
  const { findings, difference, caps } = result;
  const lines = [
    ...difference.spaces.map(({ project, issues }) => texts.issues(issues, project)),
    ...(['issueTypes', 'priorities', 'templates'] as const)
      .filter((what) => difference[what] > 0)
      .map((what) => texts.others[what](difference[what])),
  ];
  const limited = caps.filter((cap) => cap.findings > cap.perDay);
  const nameOf = (id: string) => rules.find((rule) => rule.id === id)?.name ?? id;
  return (
    <div className="sf-stack-tight" role="status">
      <p>{texts.looked(findings.length)}</p>
      {lines.length === 0 ? (
        <p>
          <strong>{texts.same}</strong>
        </p>
      ) : (
        <ul className="sf-difference">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {limited.map((cap) => (
        <p key={cap.rule}>{texts.limited(nameOf(cap.rule), cap.findings, cap.perDay)}</p>
      ))}
    </div>
  );
}
