import React from 'react';
import { DatePicker, Label, RequiredAsterisk, Stack, TextArea, Textfield } from '@forge/react';
import type { PanelAction } from '#contract/panel-calls';
import { dayOf } from '../../format/due-date';
import { useLanguage } from '../../texts/use-language';
import type { ActionForm } from './use-action';

const DAY_MS = 86_400_000;

/** What an action asks for: a key, a date, a reason, or nothing. */
export function Fields({
  name,
  form,
  longestDays,
}: {
  name: PanelAction;
  form: ActionForm;
  longestDays: number;
}): React.JSX.Element | null {
  switch (name) {
    case 'panel.link':
      return <Key form={form} />;
    case 'panel.accept':
      return (
        <Stack space="space.150">
          <Until form={form} longestDays={longestDays} />
          <Reason form={form} isRequired />
        </Stack>
      );
    case 'panel.reject':
    case 'panel.retest':
      return <Reason form={form} />;
    case 'panel.takeBack':
    case 'panel.unlink':
      return null;
  }
}

function Key({ form: { filled, fill } }: { form: ActionForm }): React.JSX.Element {
  const { texts } = useLanguage();
  return (
    <Stack space="space.050">
      <Label labelFor="key">
        {texts.keyLabel}
        <RequiredAsterisk />
      </Label>
      <Textfield
        id="key"
        name="key"
        placeholder="SEC-12"
        value={filled.key}
        onChange={(event: { target: { value?: string } }) => {
          fill({ key: event.target.value ?? '' });
        }}
      />
    </Stack>
  );
}

function Until({
  form: { filled, fill },
  longestDays,
}: {
  form: ActionForm;
  longestDays: number;
}): React.JSX.Element {
  const { texts } = useLanguage();
  return (
    <Stack space="space.050">
      <Label labelFor="until">
        {texts.untilLabel}
        <RequiredAsterisk />
      </Label>
      <DatePicker
        id="until"
        name="until"
        shouldShowCalendarButton
        locale={texts.locale}
        minDate={dayOf(Date.now())}
        maxDate={dayOf(Date.now() + longestDays * DAY_MS)}
        value={filled.until}
        onChange={(until) => {
          fill({ until });
        }}
      />
    </Stack>
  );
}

function Reason({
  form: { filled, fill },
  isRequired = false,
}: {
  form: ActionForm;
  isRequired?: boolean;
}): React.JSX.Element {
  const { texts } = useLanguage();
  return (
    <Stack space="space.050">
      <Label labelFor="reason">
        {texts.reasonLabel}
        {isRequired && <RequiredAsterisk />}
      </Label>
      <TextArea
        id="reason"
        name="reason"
        maxLength={2000}
        value={filled.reason}
        onChange={(event: { target: { value?: string } }) => {
          fill({ reason: event.target.value ?? '' });
        }}
      />
    </Stack>
  );
}
