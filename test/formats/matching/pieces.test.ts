import fc from 'fast-check';
import type { PieceState } from '../../../src/contract/stored/reports';
import { areAll, withPiece } from '../../../src/formats/matching/pieces';

const of = 3;
/** What pipelines speak for: no two share anything. */
const pipelines = ['web', 'api'].map((scope) => [1, 2, 3].map((number) => piece(scope, number)));

function piece(scope: string, number: number, tools = ['Scanner']): PieceState {
  const parts = tools.map((tool) => ({ tool, scope }));
  return { upload: 'nightly', number, of, report: `${scope}${String(number)}`, at: number, parts };
}

/** Whether the report of each piece was whole when it came, in this order. */
function whole(pieces: readonly PieceState[]): boolean[] {
  let known: readonly PieceState[] = [];
  return pieces.map((one) => {
    const { own, all } = withPiece(known, one);
    known = all;
    return areAll(own);
  });
}

describe('the pieces of a large report', () => {
  test('of several pipelines under one name are whole with the last of each, in whatever order they come', () => {
    const all = pipelines.flat();
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (pieces) => {
        const scopeOf = ({ parts }: PieceState) => parts[0]?.scope;
        const isLast = (one: PieceState, index: number) =>
          !pieces.slice(index + 1).some((other) => scopeOf(other) === scopeOf(one));
        expect(whole(pieces)).toEqual(pieces.map(isLast));
      }),
    );
  });

  test('hang together by what some of them share, though two share nothing', () => {
    const [first, last] = [piece('web', 1, ['Scanner']), piece('web', 3, ['Linter'])];
    expect(whole([first, last, piece('web', 2, ['Scanner', 'Linter'])])).toEqual([false, false, true]);
    expect(whole([first, piece('web', 2), last])).toEqual([false, false, false]);
  });

  test('are whole again when the last one comes again, and begin another report under another receipt', () => {
    const [one, two, three] = [piece('web', 1), piece('web', 2), piece('web', 3)];
    expect(whole([one, two, three, three])).toEqual([false, false, true, true]);
    expect(whole([one, two, three, { ...three, report: 'next' }])).toEqual([false, false, true, false]);
  });

  test('that came too long ago belong to no report any more', () => {
    const late = { ...piece('web', 3), at: 13 * 3_600_000 };
    expect(whole([piece('web', 1), piece('web', 2), late])).toEqual([false, false, false]);
  });
});
