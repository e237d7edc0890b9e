import Button from '@atlaskit/button/new';
import ModalDialog, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import type { Conflict } from '../hooks/use-draft';
import { overlap } from '../logic/diff';
import { useTexts } from '../texts/texts';
import { ChangeList } from './change-list';
import { DialogButtons } from './dialog-buttons';

/** What somebody else saved in the meantime, and what to do about the own changes. */
export function ConflictDialog({ conflict, onClose }: { conflict: Conflict; onClose: () => void }) {
  const { conflict: texts, cancel } = useTexts().common;
  const both = (index: number) => {
    const change = conflict.theirs[index];
    return change !== undefined && conflict.mine.some((mine) => overlap(mine, change));
  };
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} width="large">
        <ModalHeader>
          <ModalTitle>{texts.theirs}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          {conflict.theirs.length === 0 && <p>{texts.nothing}</p>}
          <ChangeList
            changes={conflict.theirs.map(({ keys, before, after }) => ({
              path: keys.join('.'),
              keys,
              before,
              after,
            }))}
            note={(index) => (both(index) ? texts.both : undefined)}
          />
        </ModalBody>
        <DialogButtons>
          <Button appearance="subtle" onClick={onClose}>
            {cancel}
          </Button>
          <Button onClick={conflict.takeTheirs}>{texts.takeTheirs}</Button>
          <Button appearance="primary" onClick={conflict.keepMine}>
            {texts.keepMine}
          </Button>
        </DialogButtons>
      </ModalDialog>
    </ModalTransition>
  );
}
