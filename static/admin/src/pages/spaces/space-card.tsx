import './spaces.css';
import Heading from '@atlaskit/heading';
import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import Toggle from '@atlaskit/toggle';
import type { Statuses } from '../../../../../src/contract/settings';
import { useRoute } from '../../app/router';
import { demandedFields } from '../../logic/demanded';
import { refLabel } from '../../logic/refs';
import { ErrorMessage } from '../../parts/error-message';
import { LineSkeletons } from '../../parts/page-skeleton';
import { useTexts } from '../../texts/texts';
import { ChoiceField } from './fields/choice-field';
import { MappingTable } from './fields/mapping-table';
import { MoreFields } from './fields/more-fields';
import { PriorityFields } from './fields/priority-fields';
import { ProjectField } from './fields/project-field';
import { Origin } from './fields/space-field';
import { ForeignNote } from './foreign-note';
import { PanelOffer } from './panel-offer';
import { type SpaceForm, SpaceFormProvider, useSpaceForm } from './space-form';

interface SpaceCardProps {
  readonly form: SpaceForm;
  readonly own: Statuses['own'];
}

/** One space: its switch, its project, and everything that is proposed from that project. */
export function SpaceCard({ form, own }: SpaceCardProps) {
  const { common, spaces } = useTexts();
  const { role, space, set, originOf } = form;
  return (
    <SpaceFormProvider form={form}>
      <section className="sf-card sf-space" aria-label={common.role[role]}>
        <div className="sf-row-between">
          <Heading size="small" as="h2">
            {common.role[role]}
          </Heading>
          <div className="sf-row">
            <Origin field="enabled" />
            <Toggle
              id={`${form.idPrefix}-enabled`}
              label={spaces.switch[role]}
              isChecked={space.enabled}
              isDisabled={originOf?.('enabled').inherited === true}
              onChange={() => set({ enabled: !space.enabled })}
            />
          </div>
        </div>
        <p className="sf-subtle">{spaces.about[role]}</p>
        <div className="sf-space-body">
          {space.enabled ? <SpaceFields own={own} /> : <p>{spaces.offNote}</p>}
        </div>
      </section>
    </SpaceFormProvider>
  );
}

function SpaceFields({ own }: { own: Statuses['own'] }) {
  const { spaces } = useTexts();
  const { space } = useSpaceForm();
  return (
    <>
      <ProjectField />
      <ForeignNote />
      {space.project === null ? (
        <p className="sf-subtle">{spaces.chooseFirst}</p>
      ) : (
        <ProjectFields project={refLabel(space.project)} own={own} />
      )}
    </>
  );
}

/** Everything that needs a project. */
function ProjectFields({ project, own }: { project: string; own: Statuses['own'] }) {
  const { spaces } = useTexts();
  const { go } = useRoute();
  const { facts, space, fixed, chooseIssueType } = useSpaceForm();
  const { issueTypes, statuses, fields, error, retry } = facts;
  if (facts.project === null) return null;
  if (error !== undefined)
    return <ErrorMessage title={spaces.readFailed(project)} error={error} retry={retry} />;
  // About as high as what comes, so that nothing below jumps.
  if (issueTypes === undefined) return <LineSkeletons count={20} />;
  if (issueTypes.length === 0) {
    return (
      <SectionMessage appearance="warning">
        <p>{spaces.noTypes}</p>
      </SectionMessage>
    );
  }
  const demanded = demandedFields(fields?.all ?? [], space, fixed);
  return (
    <>
      <ChoiceField field="issueType" things={issueTypes} onChange={chooseIssueType} />
      {demanded.length > 0 && (
        <div className="sf-space-note">
          <SectionMessage
            appearance="warning"
            actions={
              <SectionMessageAction onClick={() => go('/fields')}>{spaces.openFields}</SectionMessageAction>
            }
          >
            <p>{spaces.demands(demanded.map(({ name }) => name).join(', '))}</p>
          </SectionMessage>
        </div>
      )}
      {space.issueType !== null && (
        <>
          <div className="sf-two">
            <ChoiceField field="resolvedStatus" things={statuses} help={spaces.help.resolvedStatus} />
            <ChoiceField field="rejectedStatus" things={statuses} help={spaces.help.rejectedStatus} />
          </div>
          <PriorityFields />
          <MappingTable own={own} />
          <MoreFields />
          <PanelOffer />
        </>
      )}
    </>
  );
}
