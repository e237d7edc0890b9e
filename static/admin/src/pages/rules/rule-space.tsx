import type { Role, Space } from '../../../../../src/contract/settings';
import { overridden, spaceOf, withOverrides } from '../../logic/overrides';
import { SpaceCard } from '../spaces/space-card';
import { useSpaceEditor } from '../spaces/use-space-editor';
import type { RuleEditorProps } from './part-props';

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
  return <SpaceCard form={form} own={statuses.own} />;
}
