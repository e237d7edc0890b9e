import SectionMessage from '@atlaskit/section-message';
import type { ReportPreview } from '#contract/api';
import { useSay, useTexts } from '../../texts/texts';

interface ReportOutcomeProps {
  /** What its format is called. */
  readonly format: string;
  /** How many findings it holds. */
  readonly total: number;
  /** What it would do; absent: no connection was chosen. */
  readonly report: ReportPreview | undefined;
}

/** As what a report was read, and what it as a whole would do: what is known, what is new, what it would resolve. */
export function ReportOutcome({ format, total, report }: ReportOutcomeProps) {
  const texts = useTexts().tryOut.report;
  return (
    <SectionMessage title={texts.readAs(format)} headingLevel="h2">
      {total === 0 && <p>{texts.noFindings}</p>}
      {report && <WhatItWouldDo report={report} />}
    </SectionMessage>
  );
}

function WhatItWouldDo({ report }: { report: ReportPreview }) {
  const texts = useTexts().tryOut.report;
  const say = useSay();
  const { known, fresh, resolves, resolved, reasons } = report;
  return (
    <>
      <p>
        {texts.asComplete} {texts.known(known)} {texts.fresh(fresh)} {texts.resolves(resolves)}
      </p>
      {resolved.length > 0 && (
        <ul>
          {resolved.map((id) => (
            <li key={id} className="sf-code">
              {id}
            </li>
          ))}
        </ul>
      )}
      {reasons.map((reason) => (
        <p key={say(reason)}>{say(reason)}</p>
      ))}
    </>
  );
}
