import '../../parts/table.css';
import './deletion-table.css';
import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import type { Deletion, DeletionRow } from '#contract/deleting-preview';
import { IssueLink } from '../../parts/issue-link';
import { useDayAndTime } from '../../parts/when';
import { useTexts } from '../../texts/texts';

/** Each issue with what would happen to it, and why. */
export function DeletionTable({ rows }: { rows: readonly DeletionRow[] }) {
  const texts = useTexts().closing.deleting.preview;
  return (
    // A long list scrolls by itself, so that the rest of the page stays in reach.
    <div className="sf-deletions">
      <table className="sf-table">
        <caption className="sf-hidden">{texts.title}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.issue}</th>
            <th scope="col">{texts.finding}</th>
            <th scope="col">{texts.fate}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ issue, title, product, deletion }) => (
            <tr key={issue}>
              <td>
                <IssueLink issue={issue} />
              </td>
              <td>
                <bdi>{title}</bdi>
                <p className="sf-subtle sf-small">
                  <bdi>{product}</bdi>
                </p>
              </td>
              <td>
                <Fate deletion={deletion} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const looks: Partial<Record<Deletion['kind'], ThemeAppearance>> = { delete: 'removed', spared: 'success' };

function Fate({ deletion }: { deletion: Deletion }) {
  const { word, detail } = useFate(deletion);
  return (
    <>
      <Lozenge appearance={looks[deletion.kind] ?? 'default'}>{word}</Lozenge>
      {detail !== undefined && <p className="sf-subtle sf-small">{detail}</p>}
    </>
  );
}

function useFate(deletion: Deletion): { word: string; detail?: string } {
  const texts = useTexts().closing.deleting.preview;
  const dayAndTime = useDayAndTime();
  switch (deletion.kind) {
    case 'delete':
      return deletion.running ? { word: texts.delete } : { word: texts.delete, detail: texts.whenSent };
    case 'spared':
      return { word: texts.isSpared, detail: texts.why[deletion.why] };
    case 'waiting': {
      const when = dayAndTime(deletion.until);
      return { word: texts.later, detail: deletion.running ? texts.until(when) : texts.untilSent(when) };
    }
  }
}
