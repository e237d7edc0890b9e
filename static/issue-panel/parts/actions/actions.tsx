import React, { useState } from 'react';
import { Button, Inline, ModalTransition } from '@forge/react';
import type { PanelAction } from '#contract/panel-calls';
import type { LoadedPanel } from '../../data/use-panel';
import { choicesOf } from '../../format/choices';
import { useLanguage } from '../../texts/use-language';
import { ActionDialog } from './action-dialog';
import { ChoiceDialog } from './choice-dialog';

type Open = 'nothing' | 'choices' | PanelAction;

/** All actions behind one button; each asks once. Nothing, where the person may do nothing here. */
export function Actions({
  panel,
  onDone,
}: {
  panel: LoadedPanel;
  onDone: () => void;
}): React.JSX.Element | null {
  const { texts } = useLanguage();
  const [open, setOpen] = useState<Open>('nothing');
  const choices = choicesOf(panel.view);
  if (choices.length === 0) return null;
  const close = (): void => {
    setOpen('nothing');
  };
  return (
    <Inline>
      <Button
        onClick={() => {
          setOpen('choices');
        }}
      >
        {texts.actions}
      </Button>
      <ModalTransition>
        {open === 'choices' && (
          <ChoiceDialog choices={choices} url={panel.view.finding?.url} onChoose={setOpen} onClose={close} />
        )}
        {open !== 'nothing' && open !== 'choices' && (
          <ActionDialog
            name={open}
            panel={panel}
            onClose={close}
            onDone={() => {
              close();
              onDone();
            }}
          />
        )}
      </ModalTransition>
    </Inline>
  );
}
