import { Suspense, useState } from 'react';
import Button from '@atlaskit/button/new';
import type { Role, Space } from '#contract/settings';
import { overridden, spaceOf, withOverrides } from '../../logic/overrides';
import { CardSkeletons } from '../../parts/page-skeleton';
import { useTexts } from '../../texts/texts';
import { SpaceCard } from '../spaces/space-card';
import { useSpaceEditor } from '../spaces/use-space-editor';
import type { RuleEditorProps } from './part-props';
import { lazily } from '../../parts/lazily';

const OwnRowsCard = lazily(async () => (await import('../fields/own-rows-card')).OwnRowsCard);

/** The card of a team space with what a rule sets over products and defaults. */
export function RuleSpace({ role, rule, path, draft, onChange }: RuleEditorProps & { role: Role }) {
  const { spaces, statuses, fields } = draft.value;
  const space = spaceOf(spaces[role], rule.then[role]);
  const own = overridden(rule.then, role);
  const set = (patch: Parameters<typeof withOverrides>[3]) => {
    const { product, security, ...rest } = rule.then;
    const before = { rule: { ...(product && { product }), ...(security && { security }) } };
    onChange({ ...rule, then: { ...rest, ...withOverrides(before, 'rule', role, patch)['rule'] } });
  };
  const form = useSpaceEditor({
    role,
    space,
    fixed: fields.fixed,
    errors: draft.errors,
    path: `${path}.then.${role}`,
    set,
    defaultProject: spaces[role].project,
    originOf: (field: keyof Space) => ({
      inherited: !own.includes(field),
      override: () => set({ [field]: space[field] }),
      reset: () => set({ [field]: undefined }),
    }),
  });
  return (
    <>
      <SpaceCard form={form} own={statuses.own} />
      <OwnRows role={role} rule={rule} path={path} draft={draft} onChange={(mapping) => set({ mapping })} />
    </>
  );
}

interface OwnRowsProps extends Omit<RuleEditorProps, 'onChange'> {
  readonly role: Role;
  readonly onChange: (mapping: Space['mapping'] | undefined) => void;
}

/** What the rule fills otherwise; without rows of its own it is loaded when it is asked for. */
function OwnRows({ role, rule, path, draft, onChange }: OwnRowsProps) {
  const { one } = useTexts().products;
  const { product, security } = rule.then;
  const [isOpen, setOpen] = useState((rule.then[role]?.mapping?.length ?? 0) > 0);
  if (!spaceOf(draft.value.spaces[role], rule.then[role]).enabled) return null;
  if (!isOpen)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{one.fillFields}</Button>
      </div>
    );
  return (
    <Suspense fallback={<CardSkeletons count={1} />}>
      <OwnRowsCard
        role={role}
        spaces={draft.value.spaces}
        own={{ ...(product && { product }), ...(security && { security }) }}
        errors={draft.errors}
        path={`${path}.then.${role}.mapping`}
        onChange={onChange}
      />
    </Suspense>
  );
}
