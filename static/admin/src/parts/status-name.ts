import type { Statuses } from '#contract/settings';
import { isolated } from '../../../shared/isolated';
import { useTexts } from '../texts/texts';

/** Names finding statuses: the built-in ones in the language of the page, others as the admin named them. */
export function useStatusName(own: Statuses['own']): (status: string) => string {
  const builtIn: Readonly<Record<string, string>> = useTexts().common.status;
  return (status) =>
    Object.hasOwn(builtIn, status) ? (builtIn[status] ?? status) : isolated(own[status]?.label ?? status);
}
