import fc from 'fast-check';
import type { GroupMember } from '../../src/contract/group';
import { maxAdfLength } from '../../src/mappings/adf/truncate-adf';
import { plainText } from '../../src/mappings/adf/plain-text';
import { doc } from '../../src/mappings/adf/adf';
import { sizeOf } from '../../src/mappings/adf/shorten';
import { languages } from '../../src/contract/language';
import { memberBlocks } from '../../src/mappings/members-table';
import { issueWords } from '../../src/mappings/words/issue-words';
import { anyText } from '../core/arbitraries';
import { adfErrors } from '../support/adf-schema';

function membersOf(count: number, over: Partial<GroupMember> = {}): GroupMember[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `F-${String(index + 1).padStart(4, '0')}`,
    title: 'SQL injection in the search form',
    severity: 'high',
    status: 'verified',
    kind: 'vulnerability',
    url: `https://portal.example.com/findings/F-${String(index)}`,
    where: 'src/search/form.ts',
    creates: ['product'],
    ...over,
  }));
}

test('a few findings stand in a table with links', () => {
  const [head, list] = memberBlocks(membersOf(3), 20_000, issueWords.en);
  expect(plainText(head)).toBe('Findings (3)');
  expect(list).toMatchObject({ type: 'table' });
  expect(plainText(list)).toContain('F-0003 https://portal.example.com/findings/F-2 high, verified');
});

test('the list speaks the language of the space, and a status of the portal stays as it is named', () => {
  const members = [...membersOf(1), ...membersOf(1, { severity: 'low', status: 'in_triage' })];
  const told = (['de', 'ru'] as const).map((language) =>
    plainText(doc(memberBlocks(members, 20_000, issueWords[language]))),
  );
  expect(told[0]).toContain('Befunde (2) Befund Schweregrad Titel Wo');
  expect(told[0]).toContain('hoch, bestätigt');
  expect(told[1]).toContain('Находки (2) Находка Серьёзность Название Где');
  expect(told[1]).toContain('высокая, подтверждена');
  for (const one of told) expect(one).toContain('in triage');
});

test('of many the worst 200 are listed, and how many there are', () => {
  const blocks = memberBlocks(membersOf(1000), maxAdfLength - 6_000, issueWords.en);
  const told = plainText(doc(blocks));
  expect(told).toContain('Findings (1000) The worst 200 of 1000:');
  for (const id of ['F-0001', 'F-0100', 'F-0200']) expect(told).toContain(id);
  expect(told).not.toContain('F-0201');
});

test('whatever the texts are, the list is valid and fits', () => {
  fc.assert(
    fc.property(
      anyText(255),
      anyText(80),
      fc.nat({ max: 300 }),
      fc.integer({ min: 700, max: 30_000 }),
      fc.constantFrom(...languages),
      (id, title, count, room, language) => {
        const blocks = memberBlocks(membersOf(count, { id, title }), room, issueWords[language]);
        expect(sizeOf(blocks)).toBeLessThanOrEqual(room);
        expect(adfErrors(doc(blocks))).toEqual([]);
      },
    ),
  );
});
