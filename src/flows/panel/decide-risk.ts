/** A person marks a finding as a false positive, or accepts its risk until a date. */
import type { Message } from '../../contract/messages/message';
import type { DecisionKind, RiskDecision } from '../../contract/risk-decision';
import type { SettingsDocument } from '../../contract/settings';
import { withDecision } from '../../core/sync/deciding';
import { lifecycleOf } from '../../core/sync/lifecycle';
import { maskTexts } from '../../masking/mask-texts';
import type { Ports } from '../ports';
import { changeFinding } from './change-finding';
import { mayDecide } from './panel-issue';
import type { Person } from '../ports-person';
import { type Acted, refused } from './refused';

const dayMs = 86_400_000;
const repeatMs = 60_000;

/** What is decided. `until`: the last day (UTC) of an accepted risk, YYYY-MM-DD. */
export interface Wanted {
  readonly kind: DecisionKind;
  readonly until?: string;
  readonly reason?: string | undefined;
}

/** Decides at once; the issues follow. Needs Edit on the security issue, or on the only one. */
export async function decideRisk(
  ports: Ports,
  issueId: string,
  person: Person,
  wanted: Wanted,
): Promise<Acted> {
  const { document: settings } = await ports.settings.read();
  const misfit = wanted.until === undefined ? undefined : misfitOf(wanted.until, settings, ports.now());
  if (misfit) return misfit;
  const reason = await maskedReason(wanted.reason, settings);
  return changeFinding(ports, issueId, person, {
    outcome: wanted.kind,
    async change({ record, role }) {
      if (!(await mayDecide(person, record)))
        return refused(
          'forbidden',
          'You need permission to edit the security issue to decide about its risk.',
        );
      if (isSettled(record.facts.status, settings))
        return refused('conflict', 'The portal says that this finding is done.', 'settled');
      const now = ports.now();
      const decided: RiskDecision = {
        kind: wanted.kind,
        ...(wanted.until === undefined ? {} : { until: wanted.until }),
        ...(reason === undefined ? {} : { reason }),
        role,
        at: now,
        event: ports.newId(),
      };
      return isSame(record.decided, decided) ? record : withDecision(record, decided, settings, now);
    },
  });
}

/** Said twice in a row, because the first answer was lost. Later it is said anew: the portal may have changed its mind. */
function isSame(before: RiskDecision | undefined, { kind, until, reason, at }: RiskDecision): boolean {
  const isRecent = before !== undefined && at - before.at < repeatMs;
  return isRecent && before.kind === kind && before.until === until && before.reason === reason;
}

/** The reason as it may be stored: without secrets. */
export async function maskedReason(
  reason: string | undefined,
  { masking }: Pick<SettingsDocument, 'masking'>,
): Promise<string | undefined> {
  return reason === undefined ? undefined : (await maskTexts([reason], masking))(reason).text;
}

/** A portal that calls the finding done or rejected by its own word leaves nothing to decide. */
function isSettled(status: string, settings: SettingsDocument): boolean {
  const lifecycle = lifecycleOf(status, settings);
  return lifecycle === 'resolved' || lifecycle === 'rejected';
}

/** Not before today, and not later than the settings allow. */
function misfitOf(until: string, { decisions }: SettingsDocument, now: number): Required<Acted> | undefined {
  const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const [today, last] = [dayOf(now), dayOf(now + decisions.longestAcceptanceDays * dayMs)];
  if (until >= today && until <= last) return undefined;
  const message: Message = { code: 'dayBetween', first: today, last };
  return {
    error: {
      code: 'invalid',
      message: `until: choose a day from ${today} to ${last}.`,
      errors: [{ path: 'until', message }],
    },
  };
}
