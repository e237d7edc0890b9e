import type { ReceiptView } from '../../../../../src/contract/api';
import { IssueLink } from '../../parts/issue-link';
import { useDayAndTime } from '../../parts/when';
import { useTexts } from '../../texts/texts';
import { StateLozenge } from './state-lozenge';

/** The findings of one request, each with its state and issues. */
export function ReceiptFindings({ receipt }: { receipt: ReceiptView }) {
  const { receipt: texts, activity } = useTexts();
  const dayAndTime = useDayAndTime();
  const { findings, total, done, acceptedAt } = receipt;
  return (
    <>
      <p>{texts.accepted(total, dayAndTime(Date.parse(acceptedAt)))}</p>
      <p>{done ? texts.done : texts.pending}</p>
      <table className="sf-table">
        <thead>
          <tr>
            <th scope="col">{activity.items.finding}</th>
            <th scope="col">{texts.state}</th>
            <th scope="col">{activity.items.issues}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map(({ id, state, issues }) => (
            <tr key={id}>
              <td className="sf-code">{id}</td>
              <td>
                <StateLozenge state={state} />
              </td>
              <td>
                <span className="sf-row">
                  {issues.map((key) => (
                    <IssueLink key={key} issue={key} />
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {findings.length < total && <p className="sf-subtle sf-small">{texts.rest(total - findings.length)}</p>}
    </>
  );
}
