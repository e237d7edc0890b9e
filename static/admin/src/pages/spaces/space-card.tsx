import './spaces.css';
import { useState } from 'react';
import SectionMessage from '@atlaskit/section-message';
import Toggle from '@atlaskit/toggle';
import type { Space, Statuses } from '#contract/settings';
import type { ScreenField } from '../../jira/types';
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
import { RequiredFields } from './required-fields';
import { PanelOffer } from './panel-offer';
import { type SpaceForm, SpaceFormProvider, useSpaceForm } from './space-form';
import { CardHead } from '../../parts/card-head';

interface SpaceCardProps {
  readonly form: SpaceForm;
  readonly own: Statuses['own'];
}

/** One space: its switch, its project, and everything that is proposed from that project. */
export function SpaceCard({ form, own }: SpaceCardProps) {
  const { common, spaces } = useTexts();
  const { role, space, set, originOf } = form;
  const isGone = space.enabled && form.facts.project === null;
  return (
    <SpaceFormProvider form={form}>
      <section
        className={isGone ? 'sf-card sf-space sf-space-short' : 'sf-card sf-space'}
        aria-label={common.role[role]}
        data-place={role}
      >
        <CardHead
          title={common.role[role]}
          action={
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
          }
        />
        <p className="sf-subtle">{spaces.about[role]}</p>
        <div className="sf-space-body">{space.enabled ? <SpaceFields own={own} /> : <Off />}</div>
      </section>
    </SpaceFormProvider>
  );
}

/** A space that is off: choosing its project switches it on. One that had a project is switched on again instead. */
function Off() {
  const { spaces } = useTexts();
  const { space, originOf } = useSpaceForm();
  const isFresh = space.project === null && originOf === undefined;
  return (
    <>
      <p>{isFresh ? spaces.freshNote : spaces.offNote}</p>
      {isFresh && <ProjectField />}
    </>
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
  const { facts, space, fixed, chooseIssueType } = useSpaceForm();
  const required = useRequired(facts.fields?.all, space, fixed);
  const { issueTypes, statuses, error, retry } = facts;
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
  return (
    <>
      <ChoiceField field="issueType" things={issueTypes} onChange={chooseIssueType} />
      <RequiredFields required={required} />
      {space.issueType !== null && (
        <>
          <div className="sf-two">
            <ChoiceField field="resolvedStatus" things={statuses} help={spaces.help.resolvedStatus} />
            <ChoiceField field="rejectedStatus" things={statuses} help={spaces.help.rejectedStatus} />
          </div>
          <PriorityFields />
          <MappingTable own={own} />
          <MoreFields without={required.map(({ id }) => id)} />
          <PanelOffer />
        </>
      )}
    </>
  );
}

/** The required fields that nothing filled when they were first seen here, or since. */
function useRequired(
  screen: readonly ScreenField[] | undefined,
  space: Space,
  fixed: Readonly<Record<string, unknown>>,
): ScreenField[] {
  const [seen, setSeen] = useState<{ readonly of: unknown; readonly ids: readonly string[] }>();
  const all = screen ?? [];
  const ids = demandedFields(all, space, fixed).map(({ id }) => id);
  const before = seen !== undefined && seen.of === screen ? seen.ids : [];
  const now = [...new Set([...before, ...ids])];
  if (screen !== undefined && (seen?.of !== screen || now.length > before.length))
    setSeen({ of: screen, ids: now });
  return all.filter(({ id }) => now.includes(id));
}
