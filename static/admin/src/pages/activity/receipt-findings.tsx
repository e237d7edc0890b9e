import SectionMessage from '@atlaskit/section-message';
import type { ReceiptView } from '#contract/api';
import type { Refused } from '#contract/inbox';
import { IssueLink } from '../../parts/issue-link';
import { useDayAndTime } from '../../parts/when';
import { useSay, useTexts } from '../../texts/texts';
import { StateLozenge } from './state-lozenge';

/** The findings of one request, each with its state and issues. */
export function ReceiptFindings({ receipt }: { receipt: ReceiptView }) {
  const { receipt: texts, activity } = useTexts();
  const dayAndTime = useDayAndTime();
  const say = useSay();
  const { findings, total, done, acceptedAt, refused } = receipt;
  return (
    <>
      <p>{texts.accepted(total, dayAndTime(Date.parse(acceptedAt)))}</p>
      <p>{done ? texts.done : texts.pending}</p>
      {refused !== undefined && <RefusedFindings refused={refused} />}
      <table className="sf-table">
        <thead>
          <tr>
            <th scope="col">{activity.items.finding}</th>
            <th scope="col">{texts.state}</th>
            <th scope="col">{texts.why}</th>
            <th scope="col">{activity.items.issues}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map(({ id, product, state, reason, issues }, index) => (
            <tr key={`${String(index)} ${id}`}>
              <td className="sf-code">
                <bdi>{id}</bdi>
                {product !== undefined && (
                  <p className="sf-subtle">
                    <bdi>{product}</bdi>
                  </p>
                )}
              </td>
              <td>
                <StateLozenge state={state} />
              </td>
              <td>{reason && say(reason)}</td>
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

/** What of the request was not accepted, in the words that its portal was told. */
function RefusedFindings({ refused: { total, first } }: { refused: Refused }) {
  const { receipt: texts } = useTexts();
  return (
    <SectionMessage appearance="warning" title={texts.refused(total)}>
      <p>{texts.refusedHelp}</p>
      <ul>
        {first.map(({ index, id, errors }) => (
          <li key={index}>
            <bdi>{id ?? texts.place(index + 1)}</bdi>:{' '}
            {errors.map(({ path, message }) => `${path} ${message}`.trim()).join('; ')}
          </li>
        ))}
      </ul>
      {first.length < total && <p>{texts.rest(total - first.length)}</p>}
    </SectionMessage>
  );
}
