import { ownValue } from '../data/own-value';
import type { FieldProblem } from '../../contract/invalid-fields';
import { type Role, roles, type SectionName, type SettingsDocument } from '../../contract/settings';
import { incomplete } from './settings-rules';
import { effectiveSpace } from './spaces';

/** Spaces of these sections that lack what they need are switched off, so that nothing goes to a wrong place. */
export function switchOffIncomplete(
  document: SettingsDocument,
  names: readonly SectionName[],
): { document: SettingsDocument; switchedOff: FieldProblem[] } {
  const copy = structuredClone(document);
  const switchedOff: FieldProblem[] = [];
  const note = (path: string) => switchedOff.push({ path, message: { code: 'switchedOff' } });
  for (const role of names.includes('spaces') ? roles : []) {
    if (incomplete(copy.spaces[role], role).length === 0) continue;
    copy.spaces[role].enabled = false;
    note(`spaces.${role}.enabled`);
  }
  for (const [product, role] of names.includes('products') ? overrides(copy) : []) {
    const override = ownValue(copy.products, product)?.[role];
    if (!override || incomplete(effectiveSpace(copy, role, product).space, role).length === 0) continue;
    override.enabled = false;
    note(`products.${product}.${role}.enabled`);
  }
  for (const [index, rule] of names.includes('rules') ? copy.rules.entries() : [])
    for (const role of roles) {
      const override = rule.then[role];
      if (!override || incomplete(effectiveSpace(copy, role, '', rule).space, role).length === 0) continue;
      override.enabled = false;
      note(`rules.${String(index)}.then.${role}.enabled`);
    }
  return { document: copy, switchedOff };
}

function overrides(document: SettingsDocument): [string, Role][] {
  return Object.keys(document.products).flatMap((product) =>
    roles.map((role): [string, Role] => [product, role]),
  );
}
