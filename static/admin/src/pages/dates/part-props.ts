import type { Space } from '#contract/settings';
import type { Draft } from '../../hooks/use-draft';

/** `spaces` is only read: people and priorities are those of the project where steps are taken. */
export const sections = ['sla', 'spaces'] as const;
export type DatesDraft = Draft<(typeof sections)[number]>;

/** The project of the issues that are commented on and assigned. */
export function projectOf({ spaces }: DatesDraft['value']): Space['project'] {
  return spaces.product.enabled ? spaces.product.project : spaces.security.project;
}
