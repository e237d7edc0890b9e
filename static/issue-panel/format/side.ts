import type { Role } from '#contract/settings';
import type { Texts } from '../texts/language';

/** What to call the linked issue, by the role of the issue that is open. */
export function otherSide(role: Role | undefined, { side }: Texts): string {
  switch (role) {
    case 'product':
      return side.security;
    case 'security':
      return side.product;
    case undefined:
      return side.unknown;
  }
}
