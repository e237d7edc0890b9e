import type { Role } from '../../../src/contract/settings';

/** What to call the linked issue, by the role of the issue that is open. */
export function otherSide(role: Role | undefined): string {
  switch (role) {
    case 'product':
      return 'Security issue';
    case 'security':
      return 'Product issue';
    case undefined:
      return 'Linked issue';
  }
}
