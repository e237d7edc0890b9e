import '../../parts/table.css';
import { useState } from 'react';
import Button from '@atlaskit/button/new';
import type { SimulatedFinding, SimulatedIssue } from '#contract/job-results';
import type { Rule } from '#contract/rules';
import { roles } from '#contract/settings';
import { isolated } from '../../../../shared/isolated';
import { Switch } from '../../parts/switch';
import { useSay, useTexts } from '../../texts/texts';

interface FindingsProps {
  readonly findings: readonly SimulatedFinding[];
  readonly rules: readonly Rule[];
}

const step = 25;

/** Finding by finding: the rule that takes it, and its issues now and before. */
export function SimulatedFindings({ findings, rules }: FindingsProps) {
  const { simulation: texts } = useTexts().rules;
  const { loadMore } = useTexts().common;
  const [onlyChanged, setOnlyChanged] = useState(true);
  const [shown, setShown] = useState(step);
  const wanted = onlyChanged ? findings.filter(({ before }) => before !== undefined) : findings;
  return (
    <div className="sf-stack-tight">
      <Switch
        id="simulation-changed"
        label={texts.onlyChanged}
        isChecked={onlyChanged}
        onChange={setOnlyChanged}
      />
      {wanted.length > 0 && (
        <div className="sf-table-scroll" tabIndex={0} role="group" aria-label={texts.table}>
          <table className="sf-table sf-simulated">
            <caption className="sf-hidden">{texts.table}</caption>
            <thead>
              <tr>
                <th scope="col">{texts.finding}</th>
                <th scope="col">{texts.rule}</th>
                <th scope="col">{texts.after}</th>
                <th scope="col">{texts.before}</th>
              </tr>
            </thead>
            <tbody>
              {wanted.slice(0, shown).map((one) => (
                <Row key={`${one.connection} ${one.productName} ${one.id}`} finding={one} rules={rules} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {wanted.length > shown && (
        <div>
          <Button onClick={() => setShown(shown + step)}>{loadMore}</Button>
        </div>
      )}
    </div>
  );
}

function Row({ finding, rules }: { finding: SimulatedFinding; rules: readonly Rule[] }) {
  const { simulation: texts } = useTexts().rules;
  const { severity } = useTexts().common;
  const say = useSay();
  const { id, title, productName, rule, before, problems = [], existing } = finding;
  const stays = Object.values(existing ?? {});
  return (
    <tr>
      <th scope="row">
        <bdi>{title}</bdi>
        <p className="sf-subtle sf-small">{`${isolated(id)}, ${isolated(productName)}, ${severity[finding.severity]}`}</p>
      </th>
      <td>
        <bdi>{rules.find((one) => one.id === rule)?.name ?? texts.noRule}</bdi>
      </td>
      <td>
        {issuesOf(finding, texts.none)}
        <InGroup group={finding.group} />
        {problems.map((reason) => (
          <p key={say(reason)} className="sf-subtle sf-small">
            {say(reason)}
          </p>
        ))}
      </td>
      <td>
        {before === undefined ? texts.unchanged : issuesOf(before, texts.none)}
        <InGroup group={before?.group} />
        {before !== undefined && stays.length > 0 && (
          <p className="sf-subtle sf-small">{texts.stays(stays.join(', '))}</p>
        )}
      </td>
    </tr>
  );
}

function InGroup({ group }: { group: string | undefined }) {
  const { simulation: texts } = useTexts().rules;
  return group === undefined ? null : <p className="sf-subtle sf-small">{texts.group(group)}</p>;
}

function issuesOf(outcome: Pick<SimulatedFinding, 'product' | 'security'>, none: string): string {
  const issues = roles.flatMap((role) => outcome[role] ?? []);
  return issues.length === 0 ? none : issues.map(told).join(' + ');
}

function told({ project, issueType, priority }: SimulatedIssue): string {
  const details = [issueType, priority].filter((one) => one !== undefined);
  return details.length === 0
    ? isolated(project)
    : `${isolated(project)} (${details.map(isolated).join(', ')})`;
}
