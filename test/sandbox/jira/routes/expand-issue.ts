import type { Call } from '../http/route';
import type { JsonObject } from '../json';
import { availableTransitions } from '../rules/transitions';
import type { IssueRecord } from '../state/model';
import { historyView } from '../views/changelog-view';
import { editMetaView } from './meta';
import { transitionView } from '../views/transition-view';

/** The parts of an issue that come only when asked for. `histories` is how many of the newest changes are shown. */
export function expansions(
  { world, actor }: Call,
  issue: IssueRecord,
  expand: ReadonlySet<string>,
  histories = Infinity,
): JsonObject {
  const { accountId } = actor;
  const withFields = expand.has('transitions.fields');
  return {
    ...(expand.has('changelog') ? { changelog: changelogPage(world, issue, histories) } : {}),
    ...(expand.has('editmeta') ? { editmeta: editMetaView(world, actor, issue) } : {}),
    ...(expand.has('transitions')
      ? {
          transitions: availableTransitions(world, accountId, issue).map((transition) =>
            transitionView(world, issue, transition, withFields),
          ),
        }
      : {}),
  };
}

/** The changelog inside an issue comes newest first, unlike the endpoint of its own. */
function changelogPage(world: Call['world'], issue: IssueRecord, most: number): JsonObject {
  const histories = issue.history
    .toReversed()
    .slice(0, most)
    .map((entry) => historyView(world, entry));
  return { startAt: 0, maxResults: histories.length, total: issue.history.length, histories };
}
