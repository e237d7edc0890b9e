import type { Draft } from '../../hooks/use-draft';

/** The sections of this page. `spaces` is only read: closing offers the statuses of the security team space. */
export const closingSections = ['rules', 'closing', 'reopening', 'decisions', 'deleting', 'spaces'] as const;

/** The draft that the cards of this page share. */
export type ClosingDraft = Draft<(typeof closingSections)[number]>;
