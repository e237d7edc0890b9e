import './change-list.css';
import type { SettingsChange } from '#contract/api';
import { describePath, describeValue } from '../logic/describe';
import { useTexts } from '../texts/texts';

interface ChangeListProps {
  readonly changes: readonly (SettingsChange & { readonly keys?: readonly string[] })[];
  readonly note?: (index: number) => string | undefined;
}

/** Changed values as a table: what, before, after. */
export function ChangeList({ changes, note }: ChangeListProps) {
  const { common, fields, choices } = useTexts();
  const texts = { common, fields, choices };
  const { change: words } = common;
  if (changes.length === 0) return null;
  return (
    <table className="sf-changes">
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change, index) => (
          <tr key={change.path}>
            <th scope="row">
              {describePath(change.keys ?? change.path.split('.'), texts)}
              {note?.(index) !== undefined && <p className="sf-danger sf-small">{note(index)}</p>}
            </th>
            <td>{describeValue(change.before, texts)}</td>
            <td>{describeValue(change.after, texts)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
