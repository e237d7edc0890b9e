/** Which issues a finding gets, and by which values: the one place where that is decided. */
import type { Lifecycle } from '../../contract/finding';
import type { LinkRecord } from '../../contract/link-record';
import type { Reason } from '../../contract/messages/message';
import {
  type Creation,
  type Role,
  roles,
  type Rule,
  type SettingsDocument,
  type When,
} from '../../contract/settings';
import { holds } from '../rules/holds';
import type { Subject } from '../rules/subject';
import { type EffectiveSpace, ruleOf, spaceInProject } from '../settings/spaces';

export interface RoleDecision extends EffectiveSpace {
  readonly role: Role;
  /** The id of the rule whose values hold. */
  readonly rule?: string;
  /** A finding without an issue in this space gets one. */
  readonly mayCreate: boolean;
}

export interface Decision {
  /** The id of the rule whose values hold; it is kept in the record for later moves. */
  readonly rule?: string;
  /** Why no issue is made. Issues that are there are kept in step all the same. */
  readonly skip?: Reason;
  /** The spaces that are switched on. */
  readonly spaces: readonly RoleDecision[];
}

/** What the record of a finding says of earlier decisions. */
export type Before = Partial<Pick<LinkRecord, 'rule' | 'issues'>>;

/**
 * The first rule that takes the finding decides. The values of the rule that its record names go on holding for issues
 * that are there when no rule takes the finding any more, and issues that are there stay in their project.
 */
export function decide(subject: Subject, settings: SettingsDocument, before: Before = {}): Decision {
  const asked = { ...subject, known: new Map<string, readonly unknown[]>() };
  const taken = settings.rules.find((rule) => takes(rule, asked));
  const rule = taken ?? ruleOf(settings, before.rule);
  const skip = reasonToSkip(taken, subject);
  const ofRule = rule ? { rule: rule.id } : {};
  const spaces = roles.flatMap((role): RoleDecision[] => {
    const issue = before.issues?.[role];
    const project = issue?.state === 'there' ? issue.project : '';
    const effective = spaceInProject(settings, role, subject.finding.product, rule, project);
    const mayCreate = taken !== undefined && creates(taken.then.create, role);
    return effective.space.enabled ? [{ role, mayCreate, ...ofRule, ...effective }] : [];
  });
  return { ...ofRule, ...(skip ? { skip } : {}), spaces };
}

/** The roles whose issues are in another project than the settings would choose if they were made now. They stay. */
export function rolesElsewhere(subject: Subject, settings: SettingsDocument, before: Before): Role[] {
  const { spaces } = decide(subject, settings, before.rule === undefined ? {} : { rule: before.rule });
  return spaces
    .filter(({ role, space }) => {
      const issue = before.issues?.[role];
      return issue?.state === 'there' && issue.project !== '' && space.project?.id !== issue.project;
    })
    .map(({ role }) => role);
}

/** Whether a rule takes a finding. One that is not open is taken only by a rule that names its lifecycle or status. */
export function takes(rule: Rule, subject: Subject): boolean {
  if (!rule.enabled || !holds(rule.when, subject)) return false;
  const { lifecycle, finding } = subject;
  return lifecycle === 'open' || names(rule.when, lifecycle, finding.status);
}

function names(when: When, lifecycle: Lifecycle, status: string): boolean {
  if ('all' in when) return when.all.some((one) => names(one, lifecycle, status));
  if ('any' in when) return when.any.some((one) => names(one, lifecycle, status));
  if ('not' in when || (when.op !== 'is' && when.op !== 'in')) return false;
  const wanted = Array.isArray(when.value) ? when.value : [when.value];
  const named = when.field === 'lifecycle' ? lifecycle : when.field === 'status' ? status : undefined;
  return named !== undefined && wanted.some((value) => String(value).toLowerCase() === named);
}

function creates(creation: Creation, role: Role): boolean {
  return creation === 'both' || creation === role;
}

function reasonToSkip(taken: Rule | undefined, { finding }: Subject): Reason | undefined {
  if (!taken) return { code: 'noRule', severity: finding.severity, status: finding.status };
  return taken.then.create === 'none' ? { code: 'ruleCreatesNone', rule: taken.name } : undefined;
}
