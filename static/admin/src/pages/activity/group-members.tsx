import type { MemberRow } from '#contract/group-calls';
import { isolated } from '../../../../shared/isolated';
import { useStatusName } from '../../parts/status-name';
import { useTexts } from '../../texts/texts';

/** The findings of a group, each with its severity and status. */
export function GroupMembers({ rows }: { rows: readonly MemberRow[] }) {
  const { story, common } = useTexts();
  const statusName = useStatusName({});
  return (
    <ul className="sf-group-members" aria-label={story.group.members} tabIndex={0}>
      {rows.map(({ id, title, severity, status }) => (
        <li key={id}>
          <bdi>{title}</bdi>
          <p className="sf-subtle sf-small">{`${isolated(id)}, ${common.severity[severity]}, ${statusName(status)}`}</p>
        </li>
      ))}
    </ul>
  );
}
