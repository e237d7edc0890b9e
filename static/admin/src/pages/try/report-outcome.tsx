import SectionMessage from '@atlaskit/section-message';
import type { ReportPreview } from '#contract/api';
import { useSay, useTexts } from '../../texts/texts';

/** What a report as a whole would do: which results are known, which are new, and what it would resolve. */
export function ReportOutcome({ report }: { report: ReportPreview }) {
  const texts = useTexts().tryOut.report;
  const say = useSay();
  const { known, fresh, resolves, resolved, reasons } = report;
  return (
    <SectionMessage title={texts.title} headingLevel="h2">
      <p>
        {texts.known(known)} {texts.fresh(fresh)} {texts.resolves(resolves)}
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
    </SectionMessage>
  );
}
