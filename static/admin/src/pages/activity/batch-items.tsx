import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import type { ActivityItem, Outcome } from '../../../../../src/contract/activity';
import { IssueLink } from '../../parts/issue-link';
import { useTexts } from '../../texts/texts';

const looks: Partial<Record<Outcome, ThemeAppearance>> = {
  created: 'new',
  adopted: 'new',
  linked: 'new',
  changed: 'inprogress',
  moved: 'inprogress',
  reopened: 'inprogress',
  closed: 'success',
  deleted: 'removed',
  held: 'moved',
  waiting: 'moved',
};

const shownAtMost = 100;

/** What became of each finding of a batch. */
export function BatchItems({ items }: { items: readonly ActivityItem[] }) {
  const { items: texts, outcome: words } = useTexts().activity;
  if (items.length === 0) return <p className="sf-subtle">{texts.none}</p>;
  return (
    <>
      <table className="sf-table sf-inner-table">
        <thead>
          <tr>
            <th scope="col">{texts.finding}</th>
            <th scope="col">{texts.product}</th>
            <th scope="col">{texts.outcome}</th>
            <th scope="col">{texts.issues}</th>
            <th scope="col">{texts.reason}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ finding, product, outcome, issues, reason }) => (
            <tr key={`${product}\n${finding}`}>
              <td className="sf-code">{finding}</td>
              <td>{product}</td>
              <td>
                <Lozenge appearance={looks[outcome] ?? 'default'}>{words[outcome]}</Lozenge>
              </td>
              <td>
                <span className="sf-row">
                  {issues.map((key) => (
                    <IssueLink key={key} issue={key} />
                  ))}
                </span>
              </td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {items.length >= shownAtMost && <p className="sf-subtle sf-small">{texts.rest(items.length)}</p>}
    </>
  );
}
