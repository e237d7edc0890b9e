import './choice-label.css';
import { isolated } from '../../../shared/isolated';
import { useTexts } from '../texts/texts';
import type { Choice } from './picker-types';
import { PriorityIcon } from './priority-icon';

interface ChoiceLabelProps {
  readonly choice: Choice;
  /** In a tag there is little room: only the name, and the rank where the order counts. */
  readonly inTag?: boolean;
  readonly rank?: number;
}

/**
 * A thing of Jira as Jira shows it: statuses with their category in words, priorities with their icon. The lozenges are
 * drawn here: the library's would be a twentieth of all that a page with drop-downs loads.
 */
export function ChoiceLabel({ choice, inTag, rank }: ChoiceLabelProps) {
  const { picker, category: words } = useTexts().common;
  const { name, category, gone, iconUrl } = choice;
  if (inTag === true)
    return <span>{rank === undefined ? isolated(name) : `${String(rank)}. ${isolated(name)}`}</span>;
  return (
    <span className="sf-choice">
      {iconUrl !== undefined && <PriorityIcon iconUrl={iconUrl} />}
      <bdi>{name}</bdi>
      {gone === true && <span className="sf-choice-mark sf-choice-gone">{picker.gone}</span>}
      {category !== undefined && gone !== true && (
        <span className={`sf-choice-mark sf-choice-${category}`}>{words[category]}</span>
      )}
    </span>
  );
}
