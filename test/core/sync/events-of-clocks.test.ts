import type { LinkRecord } from '../../../src/contract/link-record';
import { SlaState } from '../../../src/contract/sla-state';
import { eventsBetween } from '../../../src/core/sync/events-between';
import { recordOf } from '../builders';

const { facts } = recordOf();

/** The events of a change from one record to another. */
const between = (before: Partial<LinkRecord> | undefined, after: Partial<LinkRecord>) =>
  eventsBetween(before && recordOf(before), recordOf(after));

describe('clocks', () => {
  const sla = (more: object = {}) => SlaState.parse({ taken: {}, ...more });
  const due = (dueDate?: string) => ({ ...facts, dueDate });
  const changed = (clock: string, dueDate: string | null, from?: string) => ({
    type: 'finding.due_changed',
    data: { clock, dueDate, ...(from === undefined ? {} : { from }) },
  });

  test.each<[string, Partial<LinkRecord>, Partial<LinkRecord>, unknown[]]>([
    ['a finding without clocks', { facts: due('2026-01-01') }, { facts: due('2026-02-01') }, []],
    [
      'the first day of a clock',
      {},
      { facts: due('2026-02-01'), sla: sla() },
      [changed('fix', '2026-02-01')],
    ],
    [
      'the first day of a clock that goes before the portal’s own',
      { facts: due('2026-03-01') },
      { facts: due('2026-02-01'), sla: sla({ own: '2026-03-01' }) },
      [changed('fix', '2026-02-01', '2026-03-01')],
    ],
    [
      'another day of a clock',
      { facts: due('2026-02-01'), sla: sla() },
      { facts: due('2026-01-20'), sla: sla() },
      [changed('fix', '2026-01-20', '2026-02-01')],
    ],
    [
      'a clock that stopped',
      { facts: due('2026-02-01'), sla: sla() },
      { facts: due(), sla: sla() },
      [changed('fix', null, '2026-02-01')],
    ],
    [
      'a day that the portal set itself',
      { facts: due('2026-02-01'), sla: sla() },
      { facts: due('2026-01-20'), sla: sla({ own: '2026-01-20' }) },
      [],
    ],
    [
      'the portal’s own day, where a clock’s day was over',
      { facts: due('2026-02-01'), sla: sla({ own: '2026-03-01' }) },
      { facts: due('2026-03-01'), sla: sla({ own: '2026-03-01' }) },
      [changed('fix', '2026-03-01', '2026-02-01')],
    ],
    [
      'clocks that are gone, where the day is the portal’s own',
      { facts: due(), sla: sla({ own: '2026-01-20' }) },
      { facts: due('2026-01-21') },
      [],
    ],
    [
      'the clock of the assignment',
      { sla: sla() },
      { sla: sla({ assign: '2026-01-20' }) },
      [changed('assign', '2026-01-20')],
    ],
    ['its end', { sla: sla({ assign: '2026-01-20' }) }, {}, [changed('assign', null, '2026-01-20')]],
  ])('%s', (_name, before, after, events) => {
    expect(between(before, after)).toEqual(events);
  });

  test('a step that tells is told once for each day of its clock', () => {
    const step = { due: '2026-01-20', clock: 'fix', tells: 'finding.overdue' };
    const taken = (more: object = {}) => ({ sla: sla({ taken: { s1: { ...step, ...more } } }) });
    const told = { type: 'finding.overdue', data: { clock: 'fix', dueDate: '2026-01-20' } };
    expect(between({ sla: sla() }, taken())).toEqual([told]);
    expect(between({}, taken())).toEqual([told]);
    expect(between(taken({ due: '2026-01-01' }), taken())).toEqual([told]);
    expect(between(taken(), taken())).toEqual([]);
    expect(between({ sla: sla() }, taken({ tells: undefined }))).toEqual([]);
  });
});
