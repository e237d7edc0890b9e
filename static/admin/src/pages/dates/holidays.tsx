import { useState } from 'react';
import Button, { IconButton } from '@atlaskit/button/new';
import Cross from '@atlaskit/icon/core/cross';
import TextArea from '@atlaskit/textarea';
import { readDays, withDays } from '../../logic/days';
import { Field } from '../../parts/field';
import { useLocale, useTexts } from '../../texts/texts';

interface HolidaysProps {
  readonly days: readonly string[];
  readonly onChange: (change: (now: readonly string[]) => string[]) => void;
}

/** Days that nobody works on: added one by one or pasted, and taken out again. */
export function Holidays({ days, onChange }: HolidaysProps) {
  const texts = useTexts().dates.holidays;
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const format = new Intl.DateTimeFormat(useLocale(), { dateStyle: 'medium', timeZone: 'UTC' });
  const add = () => {
    const read = readDays(text);
    onChange((now) => withDays(now, read.days));
    setText(read.wrong.join(' '));
    setWrong(read.wrong);
  };
  return (
    <div className="sf-stack-tight">
      <span className="sf-label">{texts.title(days.length)}</span>
      {days.length === 0 && <p className="sf-subtle">{texts.none}</p>}
      {days.length > 0 && (
        <ul className="sf-holidays" aria-label={texts.list} tabIndex={0}>
          {days.map((day) => (
            <li key={day}>
              <time dateTime={day}>{format.format(Date.parse(day))}</time>
              <IconButton
                icon={Cross}
                appearance="subtle"
                spacing="compact"
                label={texts.remove(format.format(Date.parse(day)))}
                onClick={() => onChange((now) => now.filter((one) => one !== day))}
              />
            </li>
          ))}
        </ul>
      )}
      <Field
        id="sla-holidays"
        label={texts.add}
        help={texts.help}
        {...(wrong.length > 0 && { error: texts.wrong(wrong.slice(0, 5).join(', ')) })}
      >
        <TextArea
          id="sla-holidays"
          value={text}
          minimumRows={1}
          isInvalid={wrong.length > 0}
          aria-describedby="sla-holidays-help"
          onChange={(event) => {
            setText(event.currentTarget.value);
            setWrong([]);
          }}
        />
      </Field>
      <div>
        <Button isDisabled={text.trim() === ''} onClick={add}>
          {texts.addButton}
        </Button>
      </div>
    </div>
  );
}
