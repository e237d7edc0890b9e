import React from 'react';
import {
  Button,
  LinkButton,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  Stack,
  Text,
} from '@forge/react';
import type { PanelAction } from '#contract/panel-calls';
import { useLanguage } from '../../texts/use-language';

/** What can be done with the finding, each with a line of what it is for. */
export function ChoiceDialog({
  choices,
  url,
  onChoose,
  onClose,
}: {
  choices: readonly PanelAction[];
  url: string | undefined;
  onChoose: (name: PanelAction) => void;
  onClose: () => void;
}): React.JSX.Element {
  const { texts } = useLanguage();
  return (
    <Modal onClose={onClose} width="small">
      <ModalHeader>
        <ModalTitle>{texts.choose}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack space="space.150">
          {choices.map((name) => (
            <Stack key={name} space="space.050" alignInline="start">
              <Button
                onClick={() => {
                  onChoose(name);
                }}
              >
                {texts.action[name]}
              </Button>
              <Text size="small" color="color.text.subtle">
                {texts.isFor[name]}
              </Text>
            </Stack>
          ))}
          {url !== undefined && (
            <Stack alignInline="start">
              <LinkButton href={url} target="_blank" appearance="link" spacing="none">
                {texts.openInPortal}
              </LinkButton>
            </Stack>
          )}
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          {texts.cancel}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
