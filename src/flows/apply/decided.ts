/** A snapshot and what was decided about it. */
import type { Finding, Lifecycle } from '../../contract/finding';
import type { Group } from '../../contract/group';
import type { LinkRecord } from '../../contract/link-record';
import type { RiskDecision } from '../../contract/risk-decision';
import { assigneeChoice, type SettingsDocument, type Space } from '../../contract/settings';
import { type ReadySpace, readySpace } from '../../core/settings/spaces';
import { type Decision, decide, type RoleDecision } from '../../core/sync/decide';
import { lifecycleOf } from '../../core/sync/lifecycle';

export type LifeDecision = Decision & { readonly lifecycle: Lifecycle };

export interface Decided {
  readonly key: string;
  readonly connection: string;
  /** As the portal sent it, with what people decided about it. */
  readonly finding: Finding;
  /** As the portal sent it; absent: people decided nothing about it. */
  readonly said?: Finding;
  /** What people decided, as far as it stands against this snapshot. */
  readonly decided?: RiskDecision | undefined;
  readonly seenAt: number;
  readonly record: LinkRecord | undefined;
  /** Settings are applied anew; the portal did not say it again. */
  readonly anew: boolean;
  readonly settings: SettingsDocument;
  /** It stands for a group, whose members are in order: worst first. */
  readonly group?: Group;
  /** Decides once, however often it is asked. @throws where the app cannot digest the finding */
  readonly decide: () => LifeDecision;
}

/** A decision that is made when it is first asked for. */
export function decideOnce(
  finding: Finding,
  connection: string,
  settings: SettingsDocument,
  record: LinkRecord | undefined,
): () => LifeDecision {
  let made: LifeDecision | undefined;
  return () => {
    const lifecycle = lifecycleOf(finding.status, settings) ?? 'open';
    return (made ??= { lifecycle, ...decide({ finding, lifecycle, connection }, settings, record) });
  };
}

/** A space whose values may depend on what Jira says. */
export interface Asking {
  readonly of: Decided;
  readonly at: RoleDecision;
  readonly ready: ReadySpace;
  readonly lifecycle: Lifecycle;
}

/** Those that a finding has or gets an issue in; none of one that the app cannot digest. */
export function askingSpaces(one: Decided): Asking[] {
  try {
    const { spaces, lifecycle } = one.decide();
    return spaces
      .filter(({ space, mayCreate, role }) => asks(space) && (mayCreate || one.record?.issues[role]))
      .flatMap((at): Asking[] => {
        const ready = readySpace(at.space, one.finding.kind);
        return 'missing' in ready ? [] : [{ of: one, at, ready, lifecycle }];
      });
  } catch {
    // Its job says so.
    return [];
  }
}

/** Rows name things of Jira's, and only Jira knows who leads. */
function asks({ mapping, assignee }: Space): boolean {
  const { from } = assigneeChoice(assignee) ?? {};
  return mapping.length > 0 || from === 'projectLead' || from === 'componentLead';
}
