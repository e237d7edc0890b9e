/** A complete report that waits for an admin's word: the entry under which it is shown, and what that entry points to. */
import { ofNoFinding } from '../sync/app-failure';

/** Whose report it is: the family of scopes, and the scope in it. */
export interface HeldReport {
  readonly connection: string;
  readonly family: string;
  readonly scope: string;
}

const prefix = ofNoFinding('report|');

/** One entry a scope, however many reports of it came. */
export function heldReportCause({ family, scope }: Omit<HeldReport, 'connection'>): string {
  return `${prefix}${family}|${scope}`;
}

/** The report that waits under an entry; undefined: the entry is about something else. */
export function readHeldReport(cause: string): HeldReport | undefined {
  if (!cause.startsWith(prefix)) return undefined;
  const [family = '', scope] = cause.slice(prefix.length).split('|');
  const [connection = ''] = family.split(':');
  return scope === undefined ? undefined : { connection, family, scope };
}
