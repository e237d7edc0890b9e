/** Findings that lack an issue which would come to a given place. */
import type { IssueThere, LinkRecord } from '../../contract/link-record';
import { type Creation, type Role, roles, type SettingsDocument, type Space } from '../../contract/settings';
import { readySpace, ruleOf, spaceOfRecord } from '../settings/spaces';
import { followedStatus } from './decided';
import { issueThere } from './issues';
import { lifecycleOf } from './lifecycle';
import { contestants } from './rivals';

/** Where an issue is: its project (id) and, if it has one, its security level (id). */
export interface Standing {
  readonly projectId: string;
  readonly securityLevel: string | undefined;
}

/** The issue that a finding lacks. `other`: its issue of the other role; only who sees that may learn of the finding. */
export interface Lack {
  readonly role: Role;
  readonly other: IssueThere | undefined;
}

/**
 * Which issue an open finding lacks that would come to this place. A finding that nobody in Jira can see yet is told only
 * where its issue would be shown to all who see the place: no rule keeps it away, and no security level hides it there.
 */
export function lackAt(record: LinkRecord, at: Standing, settings: SettingsDocument): Lack | undefined {
  if (record.unreadable !== undefined || record.memberOf || record.forgotten || record.state === 'deleted')
    return undefined;
  if (lifecycleOf(followedStatus(record), settings) !== 'open') return undefined;
  return roles
    .map((role): Lack => ({ role, other: issueThere(record, role === 'product' ? 'security' : 'product') }))
    .find((lack) => lacks(record, lack, at, settings));
}

function lacks(record: LinkRecord, { role, other }: Lack, at: Standing, settings: SettingsDocument): boolean {
  const issue = record.issues[role];
  if ((issue && issue.state !== 'gone') || contestants(record, role).length > 0) return false;
  const space = spaceOfRecord(record, role, settings);
  const ready = readySpace(space, record.facts.kind);
  if (!space.enabled || 'missing' in ready || ready.projectId !== at.projectId) return false;
  return other !== undefined || (isMadeIn(record, role, settings) && isShownLike(at, space));
}

/** What no rule takes, the values of its product hold for. */
function isMadeIn({ rule }: LinkRecord, role: Role, settings: SettingsDocument): boolean {
  const creates: readonly (Creation | undefined)[] = [undefined, 'both', role];
  return creates.includes(ruleOf(settings, rule)?.then.create);
}

/** Whether issues of the space are shown to whoever sees an issue that stands there. */
function isShownLike({ securityLevel }: Standing, space: Space): boolean {
  const isMapped = space.mapping.some(({ field }) => field.id === 'security');
  const level = space.securityLevel?.id;
  return !isMapped && (level === undefined || level === securityLevel);
}
