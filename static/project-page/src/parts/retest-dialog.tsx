import { useState } from 'react';
import Button from '@atlaskit/button/new';
import Modal, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import TextArea from '@atlaskit/textarea';
import type { RetestOutcome } from '#contract/project-page-calls';
import { askRetests } from '../data/ask-retests';
import type { Texts } from '../texts/en';
import { useLanguage } from '../texts/texts';
import { Problem } from './problem';

interface RetestDialogProps {
  /** Issue ids with their keys. */
  readonly issues: ReadonlyMap<string, string>;
  /** `done`: it was asked. */
  readonly onClose: (done: boolean) => void;
}

const longestReason = 2000;

/** Says what will happen, asks for all selected findings, and says of which it could not. */
export function RetestDialog({ issues, onClose }: RetestDialogProps) {
  const { texts } = useLanguage();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [outcomes, setOutcomes] = useState<readonly RetestOutcome[]>();

  async function ask(): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    try {
      setOutcomes(await askRetests([...issues.keys()], reason));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  }
  const isDone = outcomes !== undefined;
  return (
    <ModalTransition>
      <Modal
        onClose={() => {
          onClose(isDone);
        }}
      >
        <ModalHeader>
          <ModalTitle>{texts.retestTitle(issues.size)}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          {isDone ? (
            <Outcomes outcomes={outcomes} issues={issues} texts={texts} />
          ) : (
            <div className="pp-stack">
              <p>{texts.retestHappens}</p>
              <label htmlFor="reason">{texts.reason}</label>
              <TextArea
                id="reason"
                maxLength={longestReason}
                value={reason}
                onChange={(event) => {
                  setReason(event.currentTarget.value);
                }}
              />
              {problem !== undefined && <Problem says={problem} />}
            </div>
          )}
        </ModalBody>
        <ModalFooter>
          <Button
            appearance="subtle"
            onClick={() => {
              onClose(isDone);
            }}
          >
            {isDone ? texts.close : texts.cancel}
          </Button>
          {!isDone && (
            <Button appearance="primary" isLoading={busy} onClick={() => void ask()}>
              {texts.ask}
            </Button>
          )}
        </ModalFooter>
      </Modal>
    </ModalTransition>
  );
}

function Outcomes({
  outcomes,
  issues,
  texts,
}: {
  readonly outcomes: readonly RetestOutcome[];
  readonly issues: ReadonlyMap<string, string>;
  readonly texts: Texts;
}) {
  const refused = outcomes.filter(({ because }) => because !== undefined);
  return (
    <div className="pp-stack" role="status">
      <p>{texts.asked(outcomes.length - refused.length)}</p>
      {refused.length > 0 && (
        <>
          <p>{texts.notAsked}</p>
          <ul>
            {refused.map(({ issue, because }) => (
              <li key={issue}>
                {issues.get(issue)}: {because !== undefined && texts.refused[because]}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
