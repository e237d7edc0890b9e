/** A portal that hears, and what is said and done on its findings and on their issues. */
import fc from 'fast-check';
import { timeOutAfter } from '../../sandbox/faults';
import { PEOPLE } from '../../sandbox/jira/seed';
import { finding, type Portal } from '../../support/world';
import { statuses, type Status } from '../statuses';
import type { SeenIssue } from '../model';
import { issuesOf, securityIssuesOf } from '../seen';
import { createHearing } from './hearing';
import { heardSeconds, type Part, saveUntilDone, sendUntilAccepted, type Stage } from './stage';
import { moveTo, saidOn, sayOn } from './talk-people';
import { type Spoken, talkWrong } from './talk-wrong';
import { untilItWorks } from './until-it-works';

const of = fc.nat(1);
const on = fc.constantFrom('product' as const, 'security' as const);
const pick = fc.nat(5);

export const talkOperation = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('found' as const),
      of,
      status: fc.oneof(
        { weight: 3, arbitrary: fc.constant('verified' as const) },
        { weight: 1, arbitrary: fc.constantFrom(...statuses) },
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('portalSays' as const),
      of,
      act: fc.constantFrom('write' as const, 'write' as const, 'edit' as const, 'delete' as const),
      pick,
      mentions: fc.boolean(),
      isLost: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('personSays' as const),
      of,
      on,
      act: fc.constantFrom(
        'write' as const,
        'write' as const,
        'chat' as const,
        'edit' as const,
        'hide' as const,
        'restrict' as const,
        'conceal' as const,
        'delete' as const,
      ),
      pick,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('personMoves' as const), of, on, isDone: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('speaks' as const),
      who: fc.constantFrom('security' as const, 'either' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reads' as const), isLost: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('answers' as const),
      so: fc.constantFrom('well' as const, 'error' as const, 'lost' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('waits' as const),
      seconds: fc.constantFrom(1, 40, heardSeconds),
    }),
  },
);
export type TalkOperation = typeof talkOperation extends fc.Arbitrary<infer Of> ? Of : never;
type Doing<Kind> = Extract<TalkOperation, { kind: Kind }>;

/** How long the app leaves a portal alone that keeps failing, and a little more. */
const longestBackOffSeconds = 6.5 * 3_600;

/**
 * Its comments go both ways and between the issues; the portal is sent to, and also asks. It is a portal of its own:
 * where a portal hears, what it sends counts as an answer, and the model of the other findings knows no answers.
 */
export function talkPart(shared: Stage): Part<TalkOperation> {
  const { world } = shared;
  let own: Portal | undefined;
  const portal = () => own ?? shared.portal();
  const insist = (path: string, body: object) => sendUntilAccepted(world, portal(), path, body);
  const stage: Stage = { ...shared, portal, insist };
  const spoken: Spoken[] = [];
  const hearing = createHearing(stage);
  let speaks: 'security' | 'either' = 'security';
  let texts = 0;
  let hasBegun = false;
  const text = (word: string) => `${word} ${String((texts += 1))}.`;
  const one = (index: number): Spoken =>
    (spoken[index] ??= { id: `T-${String(index)}`, said: new Map(), isMoved: false, sent: [] });
  const whose = ({ id }: Spoken) => ({ connection: stage.portal().key, id });
  const issueOf = (of: Spoken, role: 'product' | 'security'): SeenIssue | undefined =>
    (role === 'product' ? issuesOf(world, whose(of), 'WEB') : securityIssuesOf(world, whose(of)))[0];

  async function send(of: Spoken, status: Status): Promise<void> {
    await stage.insist('/v1/findings', {
      findings: [finding({ id: of.id, status, updatedAt: stage.stamp() })],
    });
    of.sent.push(status);
  }

  async function portalSays({ of, act, pick: which, mentions, isLost }: Doing<'portalSays'>): Promise<void> {
    const about = one(of);
    if (about.sent.length === 0) await send(about, 'verified');
    const own = [...about.said.keys()];
    const id = act === 'write' ? undefined : own[which % Math.max(1, own.length)];
    const named = id ?? `C-${String(texts)}`;
    const at = stage.stamp();
    const words = text('Portal says');
    const body = mentions ? `@[Dev](accountid:${PEOPLE.developer}) ${words}` : words;
    const gone = id !== undefined && act === 'delete';
    const createdAt = (id === undefined ? undefined : about.said.get(id)?.createdAt) ?? at;
    const comment = { finding: about.id, id: named, author: { name: 'Ada' }, createdAt, updatedAt: at };
    // Jira writes it, and nobody hears of that.
    if (isLost) world.host.faults.add(timeOutAfter({ method: 'POST', path: /\/comment$/ }));
    await stage.insist('/v1/comments', {
      comments: [gone ? { ...comment, deleted: true } : { ...comment, body }],
    });
    about.said.set(named, { words: gone ? undefined : words, mentions, createdAt });
  }

  /** People speak and act on issues; where a finding has none yet, they wait for it, if nothing stands in the way. */
  async function issueToTouch(of: Spoken, role: 'product' | 'security'): Promise<SeenIssue | undefined> {
    if (of.sent.length === 0) await send(of, 'verified');
    if (!issueOf(of, role) && !stage.isFaulty()) await stage.pass(heardSeconds);
    return issueOf(of, role);
  }

  async function personSays({ of, on: role, act, pick: which }: Doing<'personSays'>): Promise<void> {
    const issue = await issueToTouch(one(of), role);
    if (!issue) return;
    if (act === 'chat') {
      chat(issue.key);
      return;
    }
    const own = saidOn(world, issue.key);
    const id = act === 'write' ? undefined : own[which % Math.max(1, own.length)]?.id;
    // Half of what is changed has been heard of before.
    if (id !== undefined && which % 2 === 0) await stage.pass(heardSeconds);
    const isSecret = act === 'hide' || act === 'restrict' || act === 'conceal';
    sayOn(world, issue.key, act, id, text(isSecret ? 'Secret' : 'A person says'));
  }

  /** Several are heard of at once. */
  function chat(key: string): void {
    for (let left = 3; left > 0; left -= 1) {
      world.clock.advance(1_000);
      sayOn(world, key, 'write', undefined, text('A person says'));
    }
  }

  function commentsOn(key: string) {
    return world.site.issue(key).comments;
  }

  async function personMoves({ of, on: role, isDone }: Doing<'personMoves'>): Promise<void> {
    const about = one(of);
    const issue = await issueToTouch(about, role);
    if (!issue || issue.done === isDone) return;
    if (moveTo(world, issue.key, isDone)) about.isMoved = true;
  }

  async function begin(): Promise<void> {
    if (hasBegun) return;
    hasBegun = true;
    own = await untilItWorks(world, () => world.connect('Talking'));
    await hearing.begin();
  }

  return {
    async play(operation) {
      await begin();
      world.clock.advance(1_000);
      switch (operation.kind) {
        case 'found':
          return send(one(operation.of), operation.status);
        case 'portalSays':
          return portalSays(operation);
        case 'personSays':
          return personSays(operation);
        case 'personMoves':
          return personMoves(operation);
        case 'speaks': {
          if (spoken.some(({ isMoved }) => isMoved)) return;
          speaks = operation.who;
          const { document } = await untilItWorks(world, () => world.admin('settings.get', {}));
          return saveUntilDone(world, 'statuses', { ...document.statuses, speaks });
        }
        case 'reads':
          return hearing.read(operation.isLost);
        case 'answers':
          hearing.answer(operation.so);
          return;
        case 'waits':
          return stage.pass(operation.seconds);
      }
    },
    async judge() {
      if (!hasBegun) return [];
      // The portal is well again, and the next look at it may be hours away.
      if (hearing.answer('well') !== 'well') await stage.pass(longestBackOffSeconds);
      const { events, wrong } = await hearing.all();
      const known = spoken.flatMap((about) => {
        const [product, security] = [issueOf(about, 'product'), issueOf(about, 'security')];
        return talkWrong(about, events, {
          product,
          security,
          speaks,
          isInOrder: !stage.isFaulty(),
          commentsOn,
        });
      });
      return [...wrong, ...known];
    },
  };
}
