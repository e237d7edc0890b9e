import { useState } from 'react';
import { Radio } from '@atlaskit/radio';
import { dayAndTime } from '../../../../shared/relative-time';
import type { NewSecret } from '#contract/api';
import { call } from '../../bridge/call';
import { usePageContext } from '../../bridge/context-provider';
import { credentialsOf } from '../../logic/credentials';
import { useAction } from '../../hooks/use-call';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { ErrorMessage } from '../../parts/error-message';
import { useLocale, useTexts } from '../../texts/texts';
import type { CardDialogProps } from './card-dialog-props';
import { SecretDialog } from './secret-dialog';

/** When the old secret ends: in a day, or now because others may know it. */
const ends = ['later', 'now'] as const;
type Ends = (typeof ends)[number];

type Made = { readonly connection: string; readonly baseUrl: string; readonly until?: number } & NewSecret;

async function renew(connection: string, end: Ends): Promise<Made> {
  if (end === 'later') {
    const { previousUntil, ...made } = await call('connections.rotate', { connection });
    return { ...made, until: previousUntil };
  }
  return call('connections.revoke', { connection });
}

/** Makes a new secret after asking when the old one ends, then shows it once. */
export function RotateDialog({ connection, onChange, onClose }: CardDialogProps) {
  const { rotate: texts, failed } = useTexts().connections;
  const { timezone } = usePageContext();
  const locale = useLocale();
  const [end, setEnd] = useState<Ends>('later');
  const [made, setMade] = useState<Made>();
  const rotate = useAction(() => renew(connection.key, end));

  if (made !== undefined) {
    return (
      <SecretDialog
        title={texts.ready(connection.name)}
        note={
          made.until === undefined ? texts.ended : texts.overlap(dayAndTime(made.until, locale, timezone))
        }
        baseUrl={made.baseUrl}
        credentials={credentialsOf(connection.method, made)}
        onClose={() => {
          onChange();
          onClose();
        }}
      />
    );
  }
  return (
    <ConfirmDialog
      title={texts.title(connection.name)}
      confirm={end === 'now' ? texts.revoke : texts.submit}
      {...(end === 'now' ? { appearance: 'danger' as const } : {})}
      isBusy={rotate.busy}
      onConfirm={() => void rotate.run(undefined).then(setMade)}
      onCancel={onClose}
    >
      <div className="sf-stack">
        <p>{texts.body}</p>
        <EndChoice end={end} onChange={setEnd} />
        {rotate.error !== undefined && <ErrorMessage title={failed} error={rotate.error} />}
      </div>
    </ConfirmDialog>
  );
}

function EndChoice({ end, onChange }: { end: Ends; onChange: (end: Ends) => void }) {
  const texts = useTexts().connections.rotate;
  return (
    <fieldset className="sf-fieldset">
      <legend className="sf-legend">{texts.ends}</legend>
      {ends.map((one) => (
        <div key={one}>
          <Radio
            name="secret-ends"
            value={one}
            label={texts.end[one]}
            isChecked={end === one}
            aria-describedby={`ends-${one}`}
            onChange={() => onChange(one)}
          />
          <p id={`ends-${one}`} className="sf-choice-help">
            {texts.endHelp[one]}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
