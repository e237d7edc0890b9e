import type { ReportDeed } from '#contract/activity';
import { useSay, useTexts } from '../texts/texts';

/** What a complete report resolved, or why it resolved nothing. */
export function ReportLine({ report }: { report: ReportDeed }) {
  const texts = useTexts().activity.report;
  const say = useSay();
  const { product, tool, scope, resolved, reason, confirmed } = report;
  return (
    <>
      {texts.of(tool, product, scope)}{' '}
      {confirmed === true ? texts.confirmed(resolved) : texts.resolved(resolved)}
      {reason !== undefined && <span className="sf-subtle"> {say(reason)}</span>}
    </>
  );
}
