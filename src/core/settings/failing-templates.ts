/** Templates that failed at a finding, so that the built-in one wrote its issue. */
import type { Kind } from '../../contract/finding';
import type { HealthProblem } from '../../contract/health';
import type { Reason } from '../../contract/messages/message';
import type { Role, SettingsDocument } from '../../contract/settings';
import { mark } from '../data/hash';
import { ownValue } from '../data/own-value';

const dayMs = 86_400_000;
/** What did not fail for so long is no trouble any more: perhaps it was a single finding. */
const longestMs = 7 * dayMs;

export interface Failing {
  readonly role: Role;
  readonly kind: Kind;
  readonly note: Extract<Reason, { code: 'templateStoodIn' }>;
}

type Templates = Pick<SettingsDocument, 'templates'>;

/** The problems with those of templates that just failed, one a template; as they were where that is known. `now` in ms. */
export function withFailing(
  before: readonly HealthProblem[],
  failing: readonly Failing[],
  settings: Templates,
  now: number,
): readonly HealthProblem[] {
  const fresh = new Map(failing.map((one) => [pathOf(one.note.template), one]));
  const isKnown = ({ path, template }: HealthProblem) =>
    template !== undefined && template.at > now - dayMs && template.mark === markAt(path, settings);
  for (const problem of before) if (isKnown(problem)) fresh.delete(problem.path);
  if (fresh.size === 0) return before;
  const others = before.filter(({ path }) => !fresh.has(path));
  return [...others, ...[...fresh].map(([path, one]) => problemOf(path, one, settings, now))];
}

/** Whether the template is still the one that failed, and did so lately. */
export function isStillFailing({ path, template }: HealthProblem, settings: Templates, now: number): boolean {
  return template !== undefined && template.at > now - longestMs && template.mark === markAt(path, settings);
}

function problemOf(
  path: string,
  { role, kind, note }: Failing,
  settings: Templates,
  at: number,
): HealthProblem {
  const { code: _code, template, ...where } = note;
  return {
    path,
    what: {
      code: 'templateFailing',
      name: ownValue(settings.templates, template)?.name ?? template,
      role,
      kind,
      ...where,
    },
    fix: { code: 'fixTemplate' },
    template: { mark: markAt(path, settings), at },
  };
}

const section = 'templates.';

function pathOf(template: string): string {
  return `${section}${template}`;
}

function markAt(path: string, { templates }: Templates): string {
  return mark(ownValue(templates, path.slice(section.length)) ?? null);
}
