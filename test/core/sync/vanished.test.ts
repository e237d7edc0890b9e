import { judgeVanished, type KnownIssue, projectsInDoubt } from '../../../src/core/sync/vanished';

const web = (id: string): KnownIssue => ({ id, project: 'web' });
const sec = (id: string): KnownIssue => ({ id, project: 'sec' });

test.each<[string, KnownIssue[], string[], string[], { absent: string[]; hidden: string[]; seen: string[] }]>(
  [
    ['all are there', [web('1'), sec('2')], ['1', '2'], [], { absent: [], hidden: [], seen: ['web', 'sec'] }],
    [
      'one is missing among others of its project',
      [web('1'), web('2'), web('3')],
      ['1'],
      [],
      { absent: ['2', '3'], hidden: [], seen: ['web'] },
    ],
    ['a single one is missing', [web('1')], [], ['web'], { absent: ['1'], hidden: [], seen: [] }],
    [
      'a single one is missing of a project that the app may not browse',
      [web('1')],
      [],
      [],
      { absent: [], hidden: ['web'], seen: [] },
    ],
    [
      'all of a project vanish at once',
      [web('1'), web('2'), sec('3')],
      ['3'],
      ['web'],
      { absent: [], hidden: ['web'], seen: ['sec'] },
    ],
    [
      'a single one is missing of each of two projects',
      [web('1'), sec('2')],
      [],
      ['web', 'sec'],
      { absent: ['1', '2'], hidden: [], seen: [] },
    ],
    ['nothing was looked for', [], [], [], { absent: [], hidden: [], seen: [] }],
  ],
)('%s', (_name, known, found, browsable, expected) => {
  const { absent, hidden, seen } = judgeVanished(known, new Set(found), new Set(browsable));
  expect({ absent: [...absent], hidden: [...hidden], seen: [...seen] }).toEqual(expected);
});

test('of a project that Jira said is deleted all are absent', () => {
  const { absent, hidden } = judgeVanished([web('1'), web('2')], new Set(), new Set(), new Set(['web']));
  expect({ absent: [...absent], hidden: [...hidden] }).toEqual({ absent: ['1', '2'], hidden: [] });
});

test('only projects of which nothing was seen are in doubt', () => {
  expect(projectsInDoubt([web('1'), web('2'), sec('3')], new Set(['2']))).toEqual(['sec']);
  expect(projectsInDoubt([], new Set())).toEqual([]);
});

test('of a project of which nothing is seen it matters whether it may be browsed', () => {
  const known = [
    { id: '1', project: 'a' },
    { id: '2', project: 'a' },
    { id: '3', project: 'b' },
    { id: '4', project: 'b' },
  ];
  expect(projectsInDoubt(known, new Set(['1']))).toEqual(['b']);
  const { doubtful } = judgeVanished(known, new Set(['1']), new Set(['b']));
  expect(doubtful).toEqual(new Set(['3', '4']));
});
