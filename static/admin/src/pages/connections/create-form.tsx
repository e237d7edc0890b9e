import { type FormEvent, useState } from 'react';
import Button from '@atlaskit/button/new';
import { ErrorMessage as FieldMessage, HelperMessage, Label } from '@atlaskit/form';
import ModalDialog, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import Textfield from '@atlaskit/textfield';
import { type AdminOutputs, type AdminParsed, adminInputs, type ArchivedView } from '#contract/api';
import type { IdScope, Method } from '#contract/connection';
import { type FieldProblem, fieldProblems } from '#contract/invalid-fields';
import { CallError } from '../../../../shared/call-error';
import { call } from '../../bridge/call';
import { useAction } from '../../hooks/use-call';
import { ErrorMessage } from '../../parts/error-message';
import { errorAt } from '../../logic/field-errors';
import { useSay, useTexts } from '../../texts/texts';
import { IdsChoice } from './ids-choice';
import { RestoreOffer } from './restore-offer';
import { MethodChoice } from './method-choice';

const schema = adminInputs['connections.create'];

interface CreateFormProps {
  readonly archived: readonly ArchivedView[];
  readonly onRestore: (connection: ArchivedView) => void;
  readonly onCreated: (
    input: AdminParsed<'connections.create'>,
    output: AdminOutputs['connections.create'],
  ) => void;
  readonly onCancel: () => void;
}

/** Name and method of a new connection. */
export function CreateForm({ archived, onRestore, onCreated, onCancel }: CreateFormProps) {
  const { connections: texts, common } = useTexts();
  const say = useSay();
  const [name, setName] = useState('');
  const [method, setMethod] = useState<Method>('signature');
  const [ids, setIds] = useState<IdScope>('connection');
  const [errors, setErrors] = useState<readonly FieldProblem[]>([]);
  const create = useAction((input: AdminParsed<'connections.create'>) => call('connections.create', input));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const checked = schema.safeParse({ name, method, ids });
    setErrors(checked.success ? [] : fieldProblems(checked.error));
    if (!checked.success) return;
    const output = await create.run(checked.data);
    if (output !== undefined) onCreated(checked.data, output);
  };
  const nameError = errorAt([...errors, ...problemsOf(create.error)], 'name');
  return (
    <ModalTransition>
      <ModalDialog onClose={onCancel} width="medium">
        <form onSubmit={(event) => void submit(event)} noValidate>
          <ModalHeader>
            <ModalTitle>{texts.dialog.title}</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <div className="sf-stack">
              <RestoreOffer archived={archived} onRestore={onRestore} />
              <div>
                <Label htmlFor="connection-name">{texts.dialog.name}</Label>
                <Textfield
                  id="connection-name"
                  value={name}
                  maxLength={100}
                  isRequired
                  isInvalid={nameError !== undefined}
                  aria-describedby="connection-name-help"
                  onChange={(event) => setName(event.currentTarget.value)}
                />
                <div id="connection-name-help">
                  {nameError === undefined ? (
                    <HelperMessage>{texts.dialog.nameHelp}</HelperMessage>
                  ) : (
                    <FieldMessage>{`${texts.dialog.name} ${say(nameError)}`}</FieldMessage>
                  )}
                </div>
              </div>
              <MethodChoice method={method} onChange={setMethod} />
              <IdsChoice ids={ids} onChange={setIds} />
              {create.error !== undefined && nameError === undefined && (
                <ErrorMessage title={texts.failed} error={create.error} />
              )}
            </div>
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={onCancel}>
              {common.cancel}
            </Button>
            <Button appearance="primary" type="submit" isLoading={create.busy}>
              {texts.dialog.submit}
            </Button>
          </ModalFooter>
        </form>
      </ModalDialog>
    </ModalTransition>
  );
}

function problemsOf(error: Error | undefined) {
  return error instanceof CallError ? [...error.errors] : [];
}
