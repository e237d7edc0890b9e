import type { Statuses, StatusMapping } from '#contract/settings';
import { directions } from '#contract/settings';
import type { Ambiguity, StatusRow } from '../../../logic/status-rows';
import { refLabel } from '../../../logic/refs';
import { ManyPicker, Picker } from '../../../parts/picker';
import { Warning } from '../../../parts/warning';
import { useStatusName } from '../../../parts/status-name';
import { useTexts } from '../../../texts/texts';
import { useSpaceForm } from '../space-form';
import { chosen, refOf } from './choices';

interface MappingRowProps {
  readonly row: StatusRow;
  readonly own: Statuses['own'];
  readonly ambiguity: Ambiguity | undefined;
}

/** One finding status: its Jira statuses in order of preference, or what happens without; the direction; warnings. */
export function MappingRow({ row, own, ambiguity }: MappingRowProps) {
  const { mapping: texts } = useTexts().spaces;
  const { space, facts, idPrefix, set, originOf, errorAt } = useSpaceForm();
  const nameOf = useStatusName(own);
  const name = nameOf(row.status);
  const id = `${idPrefix}-status-${row.status}`;
  const mapping = space.statuses[row.status];
  const isDisabled = originOf?.('statuses').inherited === true;
  const error = errorAt(`statuses.${row.status}`);
  const change = (next: StatusMapping) => {
    const { [row.status]: _, ...others } = space.statuses;
    set({ statuses: next.jira.length === 0 ? others : { ...others, [row.status]: next } });
  };
  const current: StatusMapping = mapping ?? { jira: [], direction: 'both' };
  const value = current.jira.flatMap((ref) => chosen(ref, facts.statuses) ?? []);
  const unreachable = current.jira.filter(({ id }) => id !== undefined && facts.reachable?.has(id) === false);
  const choices = directions.map((direction) => ({ id: direction, name: texts[direction] }));
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      <td>
        <ManyPicker
          id={id}
          label={texts.of(name)}
          isCompact
          isOrdered
          isDisabled={isDisabled}
          isInvalid={error !== undefined}
          placeholder={useDefaultText(row)}
          choices={facts.statuses}
          value={value}
          onChange={(list) => change({ ...current, jira: list.flatMap((choice) => refOf(choice) ?? []) })}
        />
        <div id={`${id}-help`}>
          {error !== undefined && <Warning>{error}</Warning>}
          {unreachable.map((ref) => (
            <Warning key={ref.id}>{texts.unreachable(refLabel(ref))}</Warning>
          ))}
          {ambiguity !== undefined && (
            <Warning>{texts.ambiguous(ambiguity.jira, ambiguity.others.map(nameOf).join(', '))}</Warning>
          )}
        </div>
      </td>
      <td>
        {mapping !== undefined && (
          <Picker
            id={`${id}-direction`}
            label={texts.directionOf(name)}
            isCompact
            isDisabled={isDisabled}
            choices={choices}
            value={choices.find((choice) => choice.id === mapping.direction)}
            onChange={(choice) => {
              const direction = directions.find((one) => one === choice?.id);
              if (direction !== undefined) change({ ...current, direction });
            }}
          />
        )}
      </td>
    </tr>
  );
}

/** What happens to an issue whose finding status is not mapped. */
function useDefaultText({ lifecycle }: StatusRow): string {
  const { byDefault } = useTexts().spaces.mapping;
  const { space } = useSpaceForm();
  if (lifecycle === 'open' || lifecycle === 'accepted') return byDefault[lifecycle];
  const ref =
    lifecycle === 'resolved' ? space.resolvedStatus : (space.rejectedStatus ?? space.resolvedStatus);
  return byDefault[lifecycle](ref === null ? byDefault.anyDone : refLabel(ref));
}
