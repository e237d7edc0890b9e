/** Moves of an issue outside a pass over findings: by graph, else from where Jira says it is. */
import type { LinkedIssue, LinkRecord } from '../../contract/link-record';
import type { Lifecycle } from '../../contract/finding';
import type { SettingsDocument } from '../../contract/settings';
import { type Consequence, consequenceOf } from '../../core/failure';
import type { Target } from '../../core/workflow';
import { noteIssue } from '../apply/note-issue';
import { type Move, moveByGraph, type Moved, moveFromFetched } from './move-issue';
import type { Ports } from '../ports';

const placeFields = ['status', 'resolution', 'project', 'issuetype'];

/** Undefined: the move was made. */
export async function moveLinked(
  ports: Ports,
  issue: LinkedIssue,
  target: Target,
  lifecycle: Lifecycle,
  settings: SettingsDocument,
): Promise<Consequence | undefined> {
  const move: Move = { issue, target, lifecycle };
  const first = await moveByGraph(ports, move);
  const moved = first.kind === 'unsettled' ? await moveAfterReading(ports, move, settings) : first;
  if (moved.kind === 'gone') issue.gone = true;
  return moved.kind === 'failed' ? moved.problem : undefined;
}

async function moveAfterReading(ports: Ports, move: Move, settings: SettingsDocument): Promise<Moved> {
  const { issue } = move;
  const read = await ports.jira.fetchIssues([issue.id ?? ''], { fields: placeFields, transitions: true });
  if (!read.ok) return { kind: 'failed', problem: consequenceOf(read.failure, 'reading') };
  const fetched = read.value.get(issue.id ?? '');
  if (!fetched) return { kind: 'gone' };
  noteIssue(issue, fetched, ports.now());
  return moveFromFetched(ports, move, fetched, settings);
}

/** Reads both issues of a finding: what they show now is the truth. Undefined: they were read. */
export async function readBoth(ports: Ports, record: LinkRecord): Promise<Consequence | undefined> {
  const issues = Object.values(record.issues).filter((issue) => issue.id !== undefined && !issue.gone);
  const read = await ports.jira.fetchIssues(
    issues.flatMap((issue) => issue.id ?? []),
    { fields: placeFields },
  );
  if (!read.ok) return consequenceOf(read.failure, 'reading');
  for (const issue of issues) {
    const fetched = read.value.get(issue.id ?? '');
    if (fetched) noteIssue(issue, fetched, ports.now());
    else issue.gone = true;
  }
  return undefined;
}
