/** Priorities that steps are about to raise: noted before, so that a pass that dies raises none of them twice. */
import { inParallel } from '../../core/data/in-parallel';
import { partOf } from '../../core/data/part-of';
import { busySeconds } from '../../core/sync/lease';
import { unreadScreen } from '../../core/sync/refusal';
import { raised } from '../../core/sla/raise';
import { isFree, type Pass } from '../records/errand';
import { noteMoves } from '../records/lease-due';
import type { Late } from './spread-steps';
import type { Target } from './take-step';

/** A finding with its late steps, and the issues that these are about. */
export interface Ready extends Late {
  readonly targets: readonly Target[];
}

/** Notes for each step and issue the priority that it gives it; what an earlier pass noted stands. */
export async function noteRaises(pass: Pass, ready: readonly Ready[]): Promise<void> {
  const fresh: Ready[] = [];
  await inParallel(ready, async (one) => {
    for (const target of one.targets) if (await noteRaisesOf(pass, one, target)) fresh.push(one);
  });
  const errands = [...new Set(fresh.map(({ errand }) => errand))].filter(isFree);
  const held = await noteMoves(pass.ports, errands);
  for (const errand of errands)
    if (!held.has(errand))
      errand.problem = { kind: 'later', after: busySeconds, reason: { code: 'overtaken' } };
}

/** Steps that are late together raise one after the other. Answers whether anything was noted. */
async function noteRaisesOf(
  { ports }: Pass,
  { errand, steps }: Ready,
  { issue, shown }: Target,
): Promise<boolean> {
  const raising = steps.flatMap(({ step }) =>
    step.do.filter(({ kind }) => kind === 'priority').map(({ to }) => ({ id: step.id, to: to?.id })),
  );
  if (raising.length === 0) return false;
  const screen = await ports.jira.createFields(issue.project, issue.issueType);
  if (!screen.ok) {
    errand.problem = unreadScreen(screen.failure, issue.project);
    return false;
  }
  const priorities = screen.value.find(({ id }) => id === 'priority')?.allowed ?? [];
  const listed = priorities.map(({ id }) => id);
  const shownId = partOf(shown.fields['priority'], 'id');
  let current = typeof shownId === 'string' ? shownId : undefined;
  let isNew = false;
  for (const { id, to } of raising) {
    const known = errand.record.sla?.raising?.[id]?.[issue.id];
    const next = known ?? raised(current, listed, to);
    current = next ?? current;
    if (next === undefined || known !== undefined) continue;
    note(errand.record, id, issue.id, next);
    isNew = true;
  }
  return isNew;
}

function note(record: Late['errand']['record'], step: string, issue: string, priority: string): void {
  const { raising } = record.sla ?? {};
  record.sla = {
    ...record.sla,
    raising: { ...raising, [step]: { ...raising?.[step], [issue]: priority } },
  };
}
