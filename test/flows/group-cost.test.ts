/** Findings that share issues are worked on together, however their requests mix them. */
import { sideBySide } from '../../src/flows/apply/side-by-side';
import { findingOf, settingsOf } from '../core/builders';

const items = [
  { id: 'alone' },
  { id: 'log4j 1', group: 'log4j', cve: ['CVE-2026-1'] },
  { id: 'spring 1', group: 'spring', cve: ['CVE-2026-2'] },
  { id: 'log4j 2', group: 'log4j', cve: ['CVE-2026-2'] },
  { id: 'spring 2', group: 'spring', cve: ['CVE-2026-1'] },
].map((over) => ({ finding: findingOf(over), seenAt: 0 }));

function runsOf(groups: readonly (string | undefined)[]): number {
  return groups.filter((one, index) => one !== groups[index - 1]).length;
}

test('those of one group follow each other, whoever names it, and those that stand alone come last', () => {
  const said = sideBySide('abcdefgh', items, settingsOf()).map(({ finding }) => finding);
  expect([runsOf(said.map(({ group }) => group)), said.at(-1)?.id]).toEqual([3, 'alone']);
  const [rule] = settingsOf().rules;
  const rules = rule ? [{ ...rule, then: { ...rule.then, groupBy: ['cve'] } }] : [];
  const ruled = sideBySide('abcdefgh', items, settingsOf({ rules })).map(({ finding }) => finding);
  expect([runsOf(ruled.map(({ cve }) => cve?.join())), ruled.at(-1)?.id]).toEqual([3, 'alone']);
});

test('where nothing speaks of groups their order stays', () => {
  const plain = items.map(({ finding }) => ({ finding: { ...finding, group: undefined }, seenAt: 0 }));
  expect(sideBySide('abcdefgh', plain, settingsOf())).toBe(plain);
});
