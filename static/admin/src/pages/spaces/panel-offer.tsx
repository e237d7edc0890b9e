import Button from '@atlaskit/button/new';
import StatusSuccess from '@atlaskit/icon/core/status-success';
import { type Panels, usePanels } from '../../hooks/use-panels';
import { ErrorMessage } from '../../parts/error-message';
import { useTexts } from '../../texts/texts';
import { useSpaceForm } from './space-form';

/** Offers to show the app's panel on the issues of the chosen project; Jira does it in the background. */
export function PanelOffer() {
  const { space, panels } = useSpaceForm();
  const { id } = space.project ?? {};
  if (id === undefined) return null;
  return panels === undefined ? <OwnOffer id={id} /> : <Offer id={id} panels={panels} />;
}

/** On a page that saves something else: by its button alone. */
function OwnOffer({ id }: { id: string }) {
  return <Offer id={id} panels={usePanels()} />;
}

function Offer({ id, panels }: { id: string; panels: Panels }) {
  const texts = useTexts().spaces.panel;
  return (
    <section className="sf-space-section sf-stack-tight">
      <Choice id={id} panels={panels} />
      <p className="sf-subtle sf-small" role="status">
        {panels.busy ? texts.busy : texts.help}
      </p>
      {panels.error !== undefined && (
        <>
          <ErrorMessage title={texts.failed} error={panels.error} />
          <p className="sf-subtle sf-small">{texts.byHand}</p>
        </>
      )}
    </section>
  );
}

/** Chosen just now, it is shown when the space is saved; else by a button. */
function Choice({ id, panels }: { id: string; panels: Panels }) {
  const texts = useTexts().spaces.panel;
  const { isNewProject } = useSpaceForm();
  if (panels.isShown(id) === true)
    return (
      <p className="sf-row" role="status">
        <StatusSuccess label="" color="var(--ds-icon-success)" />
        {texts.done}
      </p>
    );
  if (isNewProject === true)
    return (
      <label className="sf-check">
        <input
          type="checkbox"
          checked={panels.isWanted(id)}
          onChange={(event) => panels.want(id, event.currentTarget.checked)}
        />
        {texts.whenSaved}
      </label>
    );
  return (
    <div>
      <Button isLoading={panels.busy} onClick={() => panels.show(id)}>
        {texts.offer}
      </Button>
    </div>
  );
}
