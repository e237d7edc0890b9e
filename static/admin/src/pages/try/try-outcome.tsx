import { useState } from 'react';
import SectionMessage from '@atlaskit/section-message';
import type { AdminOutputs, FindingPreview } from '#contract/api';
import { isolated } from '../../../../shared/isolated';
import { Field } from '../../parts/field';
import { MaskedKinds } from '../../parts/masked-kinds';
import { Picker } from '../../parts/picker';
import { useSay, useTexts } from '../../texts/texts';
import { IssueCard } from './issue-card';
import { RuleTraces } from './rule-trace';
import { ReportOutcome } from './report-outcome';

/** One of the tried findings, with a choice where there are several. */
export function TryOutcome({ outcome }: { outcome: AdminOutputs['findings.preview'] }) {
  const texts = useTexts().tryOut;
  const [index, setIndex] = useState(0);
  const { total, findings, masked, format } = outcome;
  const choices = findings.map(({ id, title }, at) => ({
    id: String(at),
    name: `${isolated(title)} (${isolated(id)})`,
  }));
  const finding = findings[index];
  return (
    <div className="sf-stack">
      {format !== undefined && <ReportOutcome format={format} total={total} report={outcome.report} />}
      {total > 1 && (
        <Field id="try-which" label={texts.which} help={texts.shown(findings.length, total)}>
          <Picker
            id="try-which"
            choices={choices}
            value={choices[index]}
            onChange={(choice) => setIndex(Number(choice?.id ?? 0))}
          />
        </Field>
      )}
      {masked !== undefined && <MaskedKinds masked={masked} />}
      {finding !== undefined && <Finding finding={finding} />}
    </div>
  );
}

function Finding({ finding }: { finding: FindingPreview }) {
  const texts = useTexts().tryOut;
  const say = useSay();
  const { skipped, stale, problems, issues, rules } = finding;
  const isLinked = issues.some((issue) => issue.action === 'create' && issue.linked);
  return (
    <>
      {stale && (
        <SectionMessage title={texts.stale} headingLevel="h2">
          <p>{texts.staleHelp}</p>
        </SectionMessage>
      )}
      {skipped !== undefined && (
        <SectionMessage title={texts.skipped} headingLevel="h2">
          <p>{say(skipped)}</p>
        </SectionMessage>
      )}
      {problems.length > 0 && (
        <SectionMessage appearance="warning" title={texts.held} headingLevel="h2">
          {problems.map((reason) => (
            <p key={say(reason)}>{say(reason)}</p>
          ))}
        </SectionMessage>
      )}
      {issues.map((issue) => (
        <IssueCard key={issue.role} issue={issue} />
      ))}
      {rules.length > 0 && <RuleTraces key={finding.id} rules={rules} />}
      {isLinked && <p className="sf-subtle">{texts.linked}</p>}
    </>
  );
}
