import React from 'react';
import {
  Button,
  List,
  ListItem,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  SectionMessage,
  Stack,
  Text,
} from '@forge/react';
import type { PanelAction } from '#contract/panel-calls';
import type { LoadedPanel } from '../../data/use-panel';
import { consequencesOf } from '../../format/consequences';
import { refusalInWords } from '../../format/refusal';
import { useLanguage } from '../../texts/use-language';
import { Fields } from './fields';
import { useAction } from './use-action';

const LONGEST_DAYS = 365;

/** One action: what it asks for, what will happen, where, and who will see it. */
export function ActionDialog({
  name,
  panel: { view, linked },
  onClose,
  onDone,
}: {
  name: PanelAction;
  panel: LoadedPanel;
  onClose: () => void;
  onDone: () => void;
}): React.JSX.Element {
  const language = useLanguage();
  const { texts } = language;
  const longestDays = view.longestDays ?? LONGEST_DAYS;
  const form = useAction(name, longestDays, onDone);
  const other = linked.state === 'visible' ? linked.issue.key : texts.otherIssue;
  return (
    <Modal onClose={onClose} width="small">
      <ModalHeader>
        <ModalTitle>{texts.action[name]}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack space="space.200">
          {form.error !== undefined && (
            <SectionMessage appearance="error">
              <Text>{refusalInWords(form.error, language)}</Text>
            </SectionMessage>
          )}
          <List type="unordered">
            {consequencesOf(name, view, other, texts).map((sentence) => (
              <ListItem key={sentence}>{sentence}</ListItem>
            ))}
          </List>
          <Fields name={name} form={form} longestDays={longestDays} />
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          {texts.cancel}
        </Button>
        <LoadingButton appearance="primary" isLoading={form.isBusy} onClick={form.send}>
          {texts.confirm[name]}
        </LoadingButton>
      </ModalFooter>
    </Modal>
  );
}
