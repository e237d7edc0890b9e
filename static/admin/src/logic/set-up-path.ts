/** Where a step of the set-up is done. */
import type { ConnectionView } from '../../../../src/contract/api';
import { pathTo } from './place';
import type { SetUpStep } from './set-up';

interface Known {
  readonly connections: readonly Pick<ConnectionView, 'lastCallAt'>[];
}

/** The path of the page, and of the place there, where the step goes on. */
export function stepPath(step: SetUpStep, { connections }: Known): string {
  switch (step) {
    case 'spaces':
    case 'fields':
    case 'panel':
      return '/spaces';
    case 'connect':
      return connections.length === 0 ? pathTo('/connections', 'new') : '/connections';
    case 'finding':
      return '/try';
  }
}
