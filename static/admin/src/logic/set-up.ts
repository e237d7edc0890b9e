/** How far the set-up is, from what the backend knows. */
import type { ConnectionView } from '../../../../src/contract/api';
import { type Space, type Spaces, roles } from '../../../../src/contract/settings';
import { missingIn } from './missing';

export const setUpSteps = ['connect', 'spaces', 'statuses', 'finding'] as const;
export type SetUpStep = (typeof setUpSteps)[number];

interface Known {
  readonly connections: readonly Pick<ConnectionView, 'lastCallAt'>[];
  readonly spaces: Spaces;
  /** Whether any finding was worked off. */
  readonly worked: boolean;
}

/** Which steps are done. Each is judged by itself, so that any of them can be done first. */
export function setUpState({ connections, spaces, worked }: Known): Record<SetUpStep, boolean> {
  const used = roles.map((role) => spaces[role]).filter(({ enabled }) => enabled);
  const chosen = used.length > 0 && used.every((space) => missingIn(space).length === 0);
  return {
    connect: connections.length > 0,
    spaces: chosen,
    statuses: chosen && used.every(mapsEndings),
    finding: worked || connections.some(({ lastCallAt }) => lastCallAt !== undefined),
  };
}

/** Whether resolved and rejected findings both have a place to go. */
function mapsEndings({ resolvedStatus, rejectedStatus, statuses }: Space): boolean {
  const mapped = (status: string) => (statuses[status]?.jira.length ?? 0) > 0;
  return (resolvedStatus !== null || mapped('resolved')) && (rejectedStatus !== null || mapped('rejected'));
}
