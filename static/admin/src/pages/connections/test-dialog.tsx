import { useEffect } from 'react';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import ModalDialog, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import type { AdminOutputs } from '#contract/api';
import { useCall } from '../../hooks/use-call';
import { ErrorMessage } from '../../parts/error-message';
import { LineSkeletons } from '../../parts/page-skeleton';
import { useTexts } from '../../texts/texts';
import type { CardDialogProps } from './card-dialog-props';
import { CheckList, ChecksSummary } from './check-list';

/** Tests a connection and the spaces in use; each problem with its cause and the fix. */
export function TestDialog({ connection, onChange, onClose }: CardDialogProps) {
  const { connections, common } = useTexts();
  const texts = connections.testing;
  const test = useCall('connections.test', { connection: connection.key });
  const done = test.state === 'ready' && !test.busy;
  useEffect(() => {
    if (done) onChange();
  }, [done, onChange]);
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} width="large">
        <ModalHeader>
          <ModalTitle>{texts.title(connection.name)}</ModalTitle>
        </ModalHeader>
        {/* Made anew with the result: only then it asks whether it scrolls and must take the focus. */}
        <ModalBody key={String(test.busy)}>
          <div className="sf-stack">
            {test.busy && (
              <>
                <p role="status">{texts.running}</p>
                <LineSkeletons count={5} />
              </>
            )}
            {!test.busy && test.state === 'failed' && <ErrorMessage error={test.error} retry={test.reload} />}
            {!test.busy && test.state === 'ready' && <Checks areas={test.value.checks} />}
          </div>
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={test.reload} isDisabled={test.busy}>
            {texts.again}
          </Button>
          <Button appearance="primary" onClick={onClose}>
            {common.close}
          </Button>
        </ModalFooter>
      </ModalDialog>
    </ModalTransition>
  );
}

function Checks({ areas }: { areas: AdminOutputs['connections.test']['checks'] }) {
  const { connections, common } = useTexts();
  return (
    <>
      <ChecksSummary checks={areas.flatMap(({ checks }) => checks)} />
      {areas.map(({ area, checks }) => (
        <section key={area} className="sf-stack-tight">
          <Heading size="xsmall" as="h2">
            {area === 'connection' ? connections.testing.connection : common.role[area]}
          </Heading>
          <CheckList checks={checks} />
        </section>
      ))}
    </>
  );
}
