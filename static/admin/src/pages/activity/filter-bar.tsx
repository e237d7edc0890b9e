import Textfield from '@atlaskit/textfield';
import Search from '@atlaskit/icon/core/search';
import { type Outcome, outcomes } from '../../../../../src/contract/activity';
import type { ActivityFilter } from '../../logic/activity-filter';
import { Picker } from '../../parts/picker';
import { useTexts } from '../../texts/texts';

interface FilterBarProps {
  readonly filter: ActivityFilter;
  readonly onChange: (filter: ActivityFilter) => void;
}

/** Filters what is loaded by text and outcome. */
export function FilterBar({ filter, onChange }: FilterBarProps) {
  const texts = useTexts().activity;
  const choices = outcomes.map((id) => ({ id, name: texts.outcome[id] }));
  return (
    <div className="sf-filter">
      <Textfield
        aria-label={texts.filter.text}
        placeholder={texts.filter.text}
        value={filter.text}
        elemBeforeInput={
          <span className="sf-filter-icon">
            <Search label="" />
          </span>
        }
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
      <Picker
        id="activity-outcome"
        label={texts.filter.outcome}
        placeholder={texts.filter.any}
        isClearable
        choices={choices}
        value={choices.find(({ id }) => id === filter.outcome)}
        onChange={(choice) => {
          const outcome: Outcome | undefined = outcomes.find((one) => one === choice?.id);
          onChange({ text: filter.text, ...(outcome === undefined ? {} : { outcome }) });
        }}
      />
    </div>
  );
}
