import { useState } from 'react';
import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { CallError } from '../../../../../shared/call-error';
import { call } from '../../../bridge/call';
import { tell } from '../../../bridge/flag';
import { useAction } from '../../../hooks/use-call';
import { errorAt } from '../../../logic/field-errors';
import { ErrorMessage } from '../../../parts/error-message';
import { Field } from '../../../parts/field';
import { useSay, useTexts } from '../../../texts/texts';

/** Everything after an event once more, for a portal that lost something. */
export function SendAgain({ connection, reload }: { connection: string; reload: () => void }) {
  const texts = useTexts().hears;
  const say = useSay();
  const [after, setAfter] = useState('');
  const replay = useAction(async () => {
    await call('connections.replay', { connection, after: Number(after) });
    setAfter('');
    tell(texts.sentAgain);
    reload();
  });
  const error = replay.error instanceof CallError ? errorAt(replay.error.errors, 'after') : undefined;
  return (
    <>
      <Field
        id="hears-since"
        label={texts.since}
        help={texts.sinceHelp}
        {...(error ? { error: say(error) } : {})}
      >
        <div className="sf-row">
          <Textfield
            id="hears-since"
            type="number"
            min={0}
            width="small"
            value={after}
            isInvalid={error !== undefined}
            aria-describedby="hears-since-help"
            onChange={(event) => setAfter(event.currentTarget.value)}
          />
          <Button isDisabled={after === '' || replay.busy} onClick={() => void replay.run(undefined)}>
            {texts.sinceDo}
          </Button>
        </div>
      </Field>
      {replay.error !== undefined && error === undefined && <ErrorMessage error={replay.error} />}
    </>
  );
}
