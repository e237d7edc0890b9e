import { useEffect, useState } from 'react';
import Button from '@atlaskit/button/new';
import { CreatableSelect } from '@atlaskit/select';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { severities } from '../../../shared/jql/conditions';
import { type Filter, isFiltered, noFilter } from '../logic/query';
import type { Row } from '../logic/row';
import { statusWord } from '../logic/status-word';
import { useLanguage } from '../texts/texts';
import { AssigneeSelect } from './assignee-select';

interface FiltersProps {
  readonly project: string;
  readonly filter: Filter;
  /** Rows on view: what they name is offered. */
  readonly seen: readonly Row[];
  readonly onFilter: (filter: Filter) => void;
}

interface Choice<T extends string = string> {
  readonly value: T;
  readonly label: string;
}

const pauseMs = 400;
const states = ['open', 'overdue', 'any'] as const;

/** What narrows the list. Text is asked for once typing pauses. */
export function Filters({ project, filter, seen, onFilter }: FiltersProps) {
  const { texts } = useLanguage();
  /** What is typed and not yet asked for is cleared too. */
  const [cleared, setCleared] = useState(0);
  const known = [...Object.keys(texts.statusOf), ...seen.flatMap(({ findingStatus }) => findingStatus ?? [])];
  const choiceOf = (status: string): Choice => ({ value: status, label: statusWord(status, texts) });
  const toolOf = (tool: string): Choice => ({ value: tool, label: tool });
  const tools = [...new Set([...filter.tools, ...seen.flatMap(({ tool }) => tool ?? [])])];
  const common = { spacing: 'compact', noOptionsMessage: () => texts.noChoice } as const;
  return (
    <form
      className="pp-filters"
      role="search"
      aria-label={texts.filters}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <SearchField
        key={cleared}
        text={filter.text}
        onText={(text) => {
          onFilter({ ...filter, text });
        }}
      />
      <Select<Choice<Filter['state']>>
        {...common}
        label={texts.state}
        options={states.map((value) => ({ value, label: texts.states[value] }))}
        value={{ value: filter.state, label: texts.states[filter.state] }}
        onChange={(choice) => {
          if (choice) onFilter({ ...filter, state: choice.value });
        }}
      />
      <Select<Choice<Filter['severities'][number]>, true>
        {...common}
        isMulti
        label={texts.severities}
        placeholder={texts.severities}
        options={severities.map((value) => ({ value, label: texts.severity[value] }))}
        value={filter.severities.map((value) => ({ value, label: texts.severity[value] }))}
        onChange={(choices) => {
          onFilter({ ...filter, severities: choices.map(({ value }) => value) });
        }}
      />
      <Select<Choice, true>
        {...common}
        isMulti
        label={texts.statuses}
        placeholder={texts.statuses}
        options={[...new Set(known)].map(choiceOf)}
        value={filter.statuses.map(choiceOf)}
        onChange={(choices) => {
          onFilter({ ...filter, statuses: choices.map(({ value }) => value) });
        }}
      />
      <CreatableSelect<Choice, true>
        {...common}
        isMulti
        label={texts.tools}
        placeholder={texts.tools}
        noOptionsMessage={() => texts.typeTool}
        formatCreateLabel={texts.addTool}
        options={tools.map(toolOf)}
        value={filter.tools.map(toolOf)}
        onChange={(choices) => {
          onFilter({ ...filter, tools: choices.map(({ value }) => value) });
        }}
      />
      <AssigneeSelect
        project={project}
        assignee={filter.assignee}
        onAssignee={(assignee) => {
          onFilter({ ...filter, assignee });
        }}
      />
      {isFiltered(filter) && (
        <Button
          appearance="subtle"
          onClick={() => {
            setCleared(cleared + 1);
            onFilter(noFilter);
          }}
        >
          {texts.clear}
        </Button>
      )}
    </form>
  );
}

function SearchField({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const { texts } = useLanguage();
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    setTyped(text);
  }, [text]);
  useEffect(() => {
    if (typed === text) return undefined;
    const timer = setTimeout(() => {
      onText(typed);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
    };
  });
  return (
    <Textfield
      isCompact
      type="search"
      aria-label={texts.search}
      placeholder={texts.search}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
      }}
    />
  );
}
