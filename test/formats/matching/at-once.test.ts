import fc from 'fast-check';
import type { KnownResult } from '../../../src/contract/stored/known-results';
import type { ScopeState } from '../../../src/contract/stored/reports';
import { workIn } from '../../../src/formats/matching/work-in';
import { liveIds, marksOf, origin } from './support';

/** A report of one scope: a piece of one of two large ones, or a whole one that is complete or not. */
interface Sent {
  readonly upload?: string;
  readonly number?: number;
  readonly complete: boolean;
  readonly rules: readonly string[];
}
const of = 2;
const rules = fc.subarray(['A', 'B', 'C', 'D'], { minLength: 0 });
const piece = (upload: string, number: number) =>
  rules.map((some): Sent => ({ upload, number, complete: true, rules: some }));
const whole = fc.record({ complete: fc.boolean(), rules }).map((one): Sent => one);
/** Each piece comes once, in any order among the others. */
const story = fc
  .tuple(piece('u', 1), piece('u', 2), piece('v', 1), piece('v', 2), whole, whole, whole)
  .chain((all) => fc.shuffledSubarray(all, { minLength: 5 }));

interface World {
  readonly here: readonly KnownResult[];
  readonly state: ScopeState;
  readonly reports: number;
}
const start: World = {
  here: [],
  reports: 0,
  state: { scope: '', key: 'k', generation: 1, values: 1, report: '', reportedAt: 0, handedAt: 0 },
};

/** Works reports in, one after the other, with so many ms between them. */
function takeAll(sent: readonly Sent[], apart: number): World {
  return sent.reduce((world, one) => take(world, one, 1 + world.reports * apart), start);
}

function take(
  { here, state, reports }: World,
  { upload, number = 0, complete, rules: some }: Sent,
  at: number,
): World {
  const large = upload === undefined ? {} : { piece: { upload, number, of } };
  const { known, verdict } = workIn({
    report: { id: `report-${String(reports)}`, acceptedAt: at, complete, ...large },
    failure: undefined,
    marks: some.map((rule) => marksOf({ rule })),
    origin,
    scope: '',
    guard: { share: 0, number: 0 },
    state,
    here,
    elsewhere: [],
    handAll: false,
  });
  const completeAt = verdict.isComplete ? at : state.completeAt;
  const after = { ...state, reportedAt: at, uploads: [...verdict.uploads] };
  return {
    here: known,
    state: completeAt === undefined ? after : { ...after, completeAt },
    reports: reports + 1,
  };
}

/** When the last report that could prove absence by itself came, or the first piece of a large one. */
function provenAt(sent: readonly Sent[]): number[] {
  return sent.flatMap((one, index) => {
    if (!one.complete) return [];
    if (one.upload === undefined) return [index + 1];
    const pieces = sent.flatMap(({ upload }, place) => (upload === one.upload ? [place + 1] : []));
    return pieces.length === of ? [pieces[0] ?? 0] : [];
  });
}

/** Also within one millisecond the order in which reports come counts. */
const apart = fc.constantFrom(0, 1);

test('what a report names stays open until one that began later proves that it is gone, however large reports overlap', () => {
  fc.assert(
    fc.property(story, apart, (sent, ms) => {
      const { here } = takeAll(sent, ms);
      const open = new Set(here.filter(({ id }) => liveIds(here).includes(id)).map(({ rule }) => rule));
      const proofs = provenAt(sent);
      for (const [index, { rules: some }] of sent.entries())
        for (const rule of some) if (!proofs.some((at) => at > index + 1)) expect(open).toContain(rule);
    }),
  );
});

test('a large report that nothing overlaps leaves open just what its pieces named', () => {
  fc.assert(
    fc.property(fc.array(whole, { maxLength: 3 }), rules, rules, apart, (before, first, last, ms) => {
      const pieces = [first, last].map((some, index): Sent => ({
        upload: 'u',
        number: index + 1,
        complete: true,
        rules: some,
      }));
      const { here } = takeAll([...before, ...pieces], ms);
      const open = here.filter(({ goneAt }) => goneAt === undefined).map(({ rule }) => rule);
      expect([...new Set(open)].sort()).toEqual([...new Set([...first, ...last])].sort());
    }),
  );
});
