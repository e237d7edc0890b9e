/** Comments that say why the app moved an issue. One that Jira does not take at once is said later, by a todo. */
import { inParallel } from '../../core/data/in-parallel';
import type { IssueThere, LinkRecord } from '../../contract/link-record';
import type { SettingsDocument } from '../../contract/settings';
import { lastWordsOf, wordsOf } from '../../core/jira/comments';
import { type Consequence, consequenceOf } from '../../core/jira/failure';
import { issueProblem } from '../../core/sync/hidden';
import { readOf } from '../../core/jira/issue';
import { spaceOfRecord } from '../../core/settings/spaces';
import { issuesThere, roleOf } from '../../core/sync/issues';
import { commentOn } from '../../mappings/closing-comment';
import { did, type Errand, isFree, mayBegin, type Pass } from '../records/errand';
import { readPairs } from '../move/move-errands';
import type { Ports } from '../ports';

/** Jira may only just have refused: an admin hears of it when it refuses once more. */
const againSeconds = 60;

/** Says what is owed for issues that were moved just now. Whatever becomes of it, the moves stand. */
export async function sayWhy(
  { ports, settings }: Pick<Pass, 'ports' | 'settings'>,
  moved: readonly { readonly record: LinkRecord; readonly issue: IssueThere }[],
): Promise<void> {
  await inParallel(moved, async ({ record, issue }) => {
    if (issue.owes === undefined) return;
    const problem = await say(ports, record, issue, settings);
    const after = problem?.kind === 'later' ? problem.after : againSeconds;
    if (problem) record.todo = { ...record.todo, comment: ports.now() + after * 1000 };
  });
}

/** Says what is still owed, unless it was said already and only the answer was lost: one shared read tells. */
export async function sayOwed(pass: Pass, errands: readonly Errand[]): Promise<void> {
  const { jira } = pass.ports;
  await readPairs(
    pass,
    errands.filter(({ left }) => left),
  );
  const owed = errands
    .filter(isFree)
    .flatMap((errand) => owing(errand.record).map((issue) => ({ errand, issue })));
  if (owed.length === 0) return;
  const self = await jira.self();
  const ids = owed.map(({ issue }) => issue.id);
  const read = self.ok ? await jira.fetchIssues(ids, { fields: ['comment'] }) : self;
  await inParallel(owed, async ({ errand, issue }) => {
    const one = readOf(read, issue.id);
    if (!self.ok || !one.ok) {
      if (!one.ok) errand.problem = consequenceOf(one.failure, 'reading');
      return;
    }
    if (!mayBegin(pass, errand)) return;
    const fetched = one.value;
    if (!fetched) errand.hidden.add(issue);
    else if (
      lastWordsOf(fetched.fields.comment, self.value) ===
      wordsOf(wordsOn(errand.record, issue, pass.settings))
    )
      delete issue.owes;
    else await sayLate(pass, errand, issue);
  });
}

async function sayLate({ ports, settings }: Pass, errand: Errand, issue: IssueThere): Promise<void> {
  const problem = await say(ports, errand.record, issue, settings);
  if (problem) errand.problem = problem;
  else did(errand, 'changed', issue, 'app');
}

async function say(
  ports: Ports,
  record: LinkRecord,
  issue: IssueThere,
  settings: SettingsDocument,
): Promise<Consequence | undefined> {
  const said = await ports.jira.addComment(issue, { document: wordsOn(record, issue, settings) });
  if (!said.ok) return issueProblem(said.failure, issue, 'commenting');
  delete issue.owes;
  return undefined;
}

function owing(record: LinkRecord): IssueThere[] {
  return issuesThere(record).filter(({ owes }) => owes !== undefined);
}

/** In the language of the issue's space. */
function wordsOn(record: LinkRecord, issue: IssueThere, settings: SettingsDocument) {
  const role = roleOf(record, issue.id) ?? 'security';
  return commentOn(record, issue, spaceOfRecord(record, role, settings).language);
}
