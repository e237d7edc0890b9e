import React from 'react';
import {
  ErrorMessage,
  HelperMessage,
  Inline,
  Label,
  LoadingButton,
  Select,
  Stack,
  Textfield,
} from '@forge/react';
import type { Scope } from '../../shared/jql/scope';
import { type Configuration, refreshes, sides } from '../logic/configuration';
import { useTexts } from '../texts/use-texts';
import { ProjectField } from './project-field';
import { type Draft, useDraft } from './use-draft';

interface Choice<T> {
  readonly label: string;
  readonly value: T;
}

const kinds = ['all', 'project', 'product', 'jql'] as const satisfies readonly Scope['kind'][];

/** The edit view: whose findings are counted, which of their issues, and how often Jira refreshes the gadget. */
export function Edit({ configuration }: { configuration: Configuration }): React.JSX.Element {
  const { edit } = useTexts();
  const { draft, change, objection, saving, save } = useDraft(configuration);
  const scopes = kinds.map((value) => ({ value, label: edit.scope[value] }));
  const sideChoices = sides.map((value) => ({ value, label: edit.sides[value] }));
  const refreshChoices: readonly Choice<number>[] = [
    { value: 0, label: edit.byHand },
    ...refreshes.map((value) => ({ value, label: edit.everyMinutes(value) })),
  ];
  return (
    <Stack space="space.200">
      <Chosen
        id="kind"
        label={edit.show}
        choices={scopes}
        value={draft.kind}
        onChange={(kind) => {
          change({ kind });
        }}
      />
      <ScopeField draft={draft} change={change} />
      {objection !== undefined && <ErrorMessage>{objection.says}</ErrorMessage>}
      <Chosen
        id="side"
        label={edit.side}
        help={edit.sideHelp}
        choices={sideChoices}
        value={draft.side}
        onChange={(side) => {
          change({ side });
        }}
      />
      <Chosen
        id="refresh"
        label={edit.refresh}
        choices={refreshChoices}
        value={draft.refresh ?? 0}
        onChange={(refresh) => {
          change({ refresh: refresh === 0 ? undefined : refresh });
        }}
      />
      <Inline>
        <LoadingButton appearance="primary" isLoading={saving} onClick={save}>
          {edit.save}
        </LoadingButton>
      </Inline>
    </Stack>
  );
}

/** What says more of the chosen scope. */
function ScopeField({
  draft,
  change,
}: {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}): React.JSX.Element | null {
  const { edit } = useTexts();
  switch (draft.kind) {
    case 'all':
      return null;
    case 'project':
      return (
        <ProjectField
          chosen={draft.project}
          onChoose={(project) => {
            change({ project });
          }}
        />
      );
    case 'product':
      return (
        <Typed
          id="product"
          label={edit.product}
          value={draft.product}
          onChange={(product) => {
            change({ product });
          }}
        />
      );
    case 'jql':
      return (
        <Typed
          id="jql"
          label={edit.jql}
          help={edit.jqlHelp}
          value={draft.jql}
          onChange={(jql) => {
            change({ jql });
          }}
        />
      );
  }
}

function Typed({
  id,
  label,
  help,
  value,
  onChange,
}: {
  id: string;
  label: string;
  help?: string;
  value: string;
  onChange: (value: string) => void;
}): React.JSX.Element {
  return (
    <Stack space="space.050">
      <Label labelFor={id}>{label}</Label>
      <Textfield
        id={id}
        name={id}
        value={value}
        onChange={(event: { target: { value?: string } }) => {
          onChange(event.target.value ?? '');
        }}
      />
      {help !== undefined && <HelperMessage>{help}</HelperMessage>}
    </Stack>
  );
}

function Chosen<T extends string | number>({
  id,
  label,
  help,
  choices,
  value,
  onChange,
}: {
  id: string;
  label: string;
  help?: string;
  choices: readonly Choice<T>[];
  value: T;
  onChange: (value: T) => void;
}): React.JSX.Element {
  return (
    <Stack space="space.050">
      <Label labelFor={id}>{label}</Label>
      <Select
        inputId={id}
        name={id}
        options={[...choices]}
        value={choices.find((one) => one.value === value) ?? null}
        onChange={(choice: Choice<T>) => {
          onChange(choice.value);
        }}
      />
      {help !== undefined && <HelperMessage>{help}</HelperMessage>}
    </Stack>
  );
}
