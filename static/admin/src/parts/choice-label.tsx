import './choice-label.css';
import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import type { StatusCategory } from '../jira/types';
import { useTexts } from '../texts/texts';
import type { Choice } from './picker-types';
import { PriorityIcon } from './priority-icon';

const looks: Record<StatusCategory, ThemeAppearance> = {
  new: 'default',
  indeterminate: 'inprogress',
  done: 'success',
  undefined: 'default',
};

interface ChoiceLabelProps {
  readonly choice: Choice;
  /** In a tag there is little room: only the name, and the rank where the order counts. */
  readonly inTag?: boolean;
  readonly rank?: number;
}

/** A thing of Jira as Jira shows it: statuses with their category in words, priorities with their icon. */
export function ChoiceLabel({ choice, inTag, rank }: ChoiceLabelProps) {
  const { common, spaces } = useTexts();
  const { name, category, gone, iconUrl } = choice;
  if (inTag === true) return <span>{rank === undefined ? name : `${String(rank)}. ${name}`}</span>;
  return (
    <span className="sf-choice">
      {iconUrl !== undefined && <PriorityIcon iconUrl={iconUrl} />}
      <span>{name}</span>
      {gone === true && <Lozenge appearance="removed">{spaces.gone}</Lozenge>}
      {category !== undefined && gone !== true && (
        <Lozenge appearance={looks[category]}>{common.category[category]}</Lozenge>
      )}
    </span>
  );
}
