/** Findings that share issues: they join, leave, change, are resolved or deleted, and people move the shared issue. */
import fc from 'fast-check';
import { PEOPLE } from '../../sandbox/jira/seed';
import { finding } from '../../support/world';
import { isOpen, type Status, statuses } from '../statuses';
import { issuesOf, seenIssue } from '../seen';
import { heardSeconds, type LookedUp, lookUp, type Part, type Stage } from './stage';

const groups = ['alpha', 'beta'] as const;
type Group = (typeof groups)[number];

const member = fc.nat(2);
const group = fc.constantFrom(...groups);

export const groupOperation = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('memberSays' as const),
      member,
      group: fc.oneof({ weight: 5, arbitrary: group }, { weight: 1, arbitrary: fc.constant(undefined) }),
      status: fc.constantFrom(...statuses),
      title: fc.nat(2),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('memberGone' as const), member }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('personMoves' as const),
      group,
      status: fc.constantFrom('Done' as const, 'To Do' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('groupClosed' as const), group, member }) },
);
export type GroupOperation = typeof groupOperation extends fc.Arbitrary<infer Of> ? Of : never;

interface Said {
  readonly group: Group | undefined;
  readonly status: Status;
  readonly title: string;
}

export function groupPart(stage: Stage): Part<GroupOperation> {
  const { world } = stage;
  /** By finding; undefined: the portal deleted it. */
  const said = new Map<string, Said | undefined>();
  /** Issues (keys) that people moved: where they are is theirs to say. */
  const moved = new Set<string>();
  const noticed: string[] = [];
  const idOf = (index: number) => `G-${String(index)}`;
  const whose = (id: string) => ({ connection: stage.portal().key, id });

  async function say(index: number, one: Said): Promise<void> {
    const id = idOf(index);
    const snapshot = finding({ ...one, id, updatedAt: stage.stamp() });
    await stage.insist('/v1/findings', { findings: [snapshot] });
    said.set(id, one);
  }

  function move(name: Group, status: 'Done' | 'To Do'): string | undefined {
    const [issue] = issuesOf(world, whose(name), 'WEB');
    if (!issue) return undefined;
    moved.add(issue.key);
    if (world.statusOf(issue.key) !== status) world.move(issue.key, status, PEOPLE.developer);
    return issue.key;
  }

  /** The worst of two that share an open issue is mended, which says nothing against the person who closed it. */
  async function closeAndMend(name: Group, index: number): Promise<void> {
    if (stage.isFaulty()) return;
    const [first, second] = [index, (index + 1) % 3].sort();
    await say(first ?? 0, { group: name, status: 'assigned', title: 'Leads' });
    await say(second ?? 0, { group: name, status: 'verified', title: 'Follows' });
    await stage.pass(heardSeconds);
    const key = move(name, 'Done');
    await stage.pass(heardSeconds);
    await say(first ?? 0, { group: name, status: 'resolved', title: 'Leads' });
    await stage.pass(heardSeconds);
    if (key !== undefined && !seenIssue(world, key).done) noticed.push(`${key} was opened against a person`);
  }

  /** Nobody is left in these, and nobody moved them. */
  function leftOpen(seen: readonly LookedUp[]): string[] {
    const shared = new Set(seen.map(({ issues }) => issues.product?.key));
    return groups
      .flatMap((name) => issuesOf(world, whose(name), 'WEB'))
      .filter(({ key, done }) => !done && !shared.has(key) && !moved.has(key))
      .map(({ key }) => `${key}: is open for nobody`);
  }

  return {
    async play(operation) {
      switch (operation.kind) {
        case 'memberSays': {
          const { member: index, title, ...rest } = operation;
          return say(index, { group: rest.group, status: rest.status, title: `Title ${String(title)}` });
        }
        case 'memberGone': {
          const id = idOf(operation.member);
          if (!said.get(id)) return;
          await stage.insist('/v1/findings/delete', { ids: [id] });
          said.set(id, undefined);
          return;
        }
        case 'personMoves':
          move(operation.group, operation.status);
          return;
        case 'groupClosed':
          return closeAndMend(operation.group, operation.member);
      }
    },
    async judge() {
      const seen = await lookUp(stage, [...said.keys()]);
      const names = [...said.keys(), ...groups];
      const doubles = names.filter((id) =>
        ['WEB', 'SEC', 'APP', 'OPS'].some((project) => issuesOf(world, whose(id), project).length > 1),
      );
      return [
        ...noticed,
        ...doubles.map((id) => `${id} has several issues in one space`),
        ...seen.flatMap((one) => wrongOf(one, said.get(one.id))),
        ...wrongIssues(stage, seen, said, moved),
        ...leftOpen(seen),
      ];
    },
  };
}

function wrongOf({ id, state, issues }: LookedUp, said: Said | undefined): string[] {
  if (['pending', 'held', 'unknown'].includes(state)) return [`${id}: is still ${state}`];
  const lacks = !issues.product || !issues.security;
  return said && isOpen(said.status) && lacks ? [`${id}: is open and lacks an issue`] : [];
}

/** An issue is done exactly when all that share it are, and is named after the first of those that count. */
function wrongIssues(
  { world }: Stage,
  seen: readonly LookedUp[],
  said: ReadonlyMap<string, Said | undefined>,
  moved: ReadonlySet<string>,
): string[] {
  const keys = new Set(seen.flatMap(({ issues }) => issues.product?.key ?? []));
  return [...keys].flatMap((key) => {
    const { done, summary } = seenIssue(world, key);
    const sharing = seen.flatMap(({ id, issues }) => {
      const one = said.get(id);
      return issues.product?.key === key && one ? [{ ...one, id }] : [];
    });
    const open = sharing.filter(({ status }) => isOpen(status));
    const [lead] = [...(open.length > 0 ? open : sharing)].sort((a, b) => (a.id < b.id ? -1 : 1));
    const more = sharing.length > 1 ? ` (+${String(sharing.length - 1)})` : '';
    const wanted = lead && lead.title + more;
    const isMoved = moved.has(key);
    return [
      ...(!isMoved && sharing.length > 0 && done === open.length > 0
        ? [`${key}: done is ${String(done)}`]
        : []),
      ...(wanted !== undefined && summary !== wanted ? [`${key}: is "${summary}", not "${wanted}"`] : []),
    ];
  });
}
