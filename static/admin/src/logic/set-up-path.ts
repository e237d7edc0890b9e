/** Where a step of the set-up is done. */
import type { HeldCause } from '#contract/activity';
import type { ConnectionView } from '#contract/api';
import { mendPath } from './mend-path';
import { pathTo } from './place';
import type { SetUpStep } from './set-up';

interface Known {
  readonly connections: readonly Pick<ConnectionView, 'lastCallAt'>[];
  readonly activity: { readonly held: readonly HeldCause[] };
}

/** The path of the page, and of the place there, where the step goes on. */
export function stepPath(step: SetUpStep, { connections, activity }: Known): string {
  switch (step) {
    case 'spaces':
    case 'panel':
      return '/spaces';
    case 'fields': {
      const { mend } = activity.held.find(({ reason }) => reason.code === 'fieldRequired') ?? {};
      return (mend && mendPath(mend)) ?? '/spaces';
    }
    case 'connect':
      return connections.length === 0 ? pathTo('/connections', 'new') : '/connections';
    case 'finding':
      return '/try';
  }
}
