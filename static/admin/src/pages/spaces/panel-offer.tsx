import { useState } from 'react';
import Button from '@atlaskit/button/new';
import StatusSuccess from '@atlaskit/icon/core/status-success';
import { usePageContext } from '../../bridge/context-provider';
import { useAction } from '../../hooks/use-call';
import { showPanel } from '../../jira/panel';
import { ErrorMessage } from '../../parts/error-message';
import { useTexts } from '../../texts/texts';
import { useSpaceForm } from './space-form';

/** Offers to show the app's panel on the issues of the chosen project; Jira does it in the background. */
export function PanelOffer() {
  const texts = useTexts().spaces.panel;
  const context = usePageContext();
  const { id } = useSpaceForm().space.project ?? {};
  const [shownIn, setShownIn] = useState<string>();
  const show = useAction((project: string) => showPanel(project, context).then(() => project));
  if (id === undefined) return null;
  return (
    <section className="sf-space-section sf-stack-tight">
      {shownIn === id ? (
        <p className="sf-row" role="status">
          <StatusSuccess label="" color="var(--ds-icon-success)" />
          {texts.done}
        </p>
      ) : (
        <div>
          <Button isLoading={show.busy} onClick={() => void show.run(id).then(setShownIn)}>
            {texts.offer}
          </Button>
        </div>
      )}
      <p className="sf-subtle sf-small" role="status">
        {show.busy ? texts.busy : texts.help}
      </p>
      {show.error !== undefined && (
        <>
          <ErrorMessage title={texts.failed} error={show.error} />
          <p className="sf-subtle sf-small">{texts.byHand}</p>
        </>
      )}
    </section>
  );
}
