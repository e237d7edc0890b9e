import * as fc from 'fast-check';
import { columnsFrom, columns, usualColumns } from '../../../static/project-page/src/logic/columns';
import { csvOf } from '../../../static/project-page/src/logic/csv';
import {
  conditionsOf,
  type Filter,
  inOrder,
  isFiltered,
  noFilter,
  orders,
  worstFirst,
} from '../../../static/project-page/src/logic/query';
import { rowOf } from '../../../static/project-page/src/logic/row';
import { statusWord } from '../../../static/project-page/src/logic/status-word';
import { en } from '../../../static/project-page/src/texts/en';
import { builtInStatuses } from '../../../src/contract/finding';
import { parseJql } from '../../sandbox/jira/jql/parse';

/** Reads a CSV file as RFC 4180 says. */
function read(csv: string): string[][] {
  const rows = csv.replace(/^\ufeff/, '').match(/(?:"(?:[^"]|"")*",?)*\r\n/g) ?? [];
  return rows.map((row) =>
    [...row.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"')),
  );
}

describe('the CSV file', () => {
  it('gives back every text that no spreadsheet takes for a formula', () => {
    const plain = fc
      .string({ unit: 'binary' })
      .filter((text) => !/^\s*[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/u.test(text));
    fc.assert(
      fc.property(fc.array(fc.array(plain, { minLength: 1 }), { minLength: 1 }), (rows) => {
        expect(read(csvOf(rows))).toEqual(rows);
      }),
    );
  });

  it.each(['=1+1', '+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '=cmd|"/c calc"!A1', '＝1'])(
    'makes a text of %j',
    (cell) => {
      expect(read(csvOf([[cell]]))).toEqual([[`'${cell}`]]);
    },
  );

  it('never has a cell that begins like a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (cells) => {
        for (const [cell = ''] of read(csvOf(cells.map((one) => [one]))))
          expect(cell).not.toMatch(/^\s*[=+\-@\t\r\n]/);
      }),
    );
  });

  it('leaves cells without a value empty', () => {
    expect(csvOf([['a', undefined, 7.5]])).toBe('\ufeff"a","","7.5"\r\n');
  });
});

describe('the search of the list', () => {
  it('is one that Jira can read whatever is asked for, within the project', () => {
    const texts = fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 });
    const filter: fc.Arbitrary<Filter> = fc.record({
      text: fc.string({ unit: 'binary' }),
      severities: fc.subarray(['critical', 'high', 'medium', 'low', 'info'] as const),
      statuses: texts,
      tools: texts,
      assignee: fc.oneof(
        fc.constantFrom({ who: 'anyone' as const }, { who: 'me' as const }, { who: 'nobody' as const }),
        fc.record({ who: fc.constant('person' as const), accountId: fc.string(), name: fc.string() }),
      ),
      state: fc.constantFrom('any' as const, 'open' as const, 'overdue' as const),
    });
    fc.assert(
      fc.property(filter, (of) => {
        const { where, orderBy } = parseJql(inOrder(conditionsOf('10001', of), worstFirst));
        expect(where).toMatchObject({ kind: 'and' });
        const parts = where?.kind === 'and' ? where.parts : [];
        expect(parts[0]).toMatchObject({ field: { name: 'project' }, operand: { text: '10001' } });
        expect(orderBy).toHaveLength(2);
      }),
    );
  });

  it('orders by every order, the same every time', () => {
    for (const by of Object.keys(orders) as (keyof typeof orders)[])
      expect(parseJql(inOrder('a = b', { by, descending: false })).orderBy.at(-1)?.field).toMatchObject({
        name: 'key',
      });
  });

  it('knows when something but open findings is asked for', () => {
    expect([noFilter, { ...noFilter, text: 'x' }].map(isFiltered)).toEqual([false, true]);
  });
});

describe('a row', () => {
  const issue = { id: '1', key: 'WEB-1', fields: { summary: 'S' }, properties: {} };

  it('leaves out what an issue and its property do not say, or say in another shape', () => {
    expect(rowOf(issue)).toEqual({ id: '1', key: 'WEB-1', summary: 'S' });
    const forged = { severity: 'constructor', status: 7, cvss: '9', due: null, product: { a: 1 } };
    expect(rowOf({ ...issue, properties: { 'security-finding': forged } })).toEqual(rowOf(issue));
  });

  it('holds what they say', () => {
    const fields = {
      summary: 'S',
      status: { name: 'To Do', statusCategory: { key: 'new' } },
      assignee: { displayName: 'Security engineer' },
    };
    const property = { severity: 'high', status: 'verified', cvss: 9.8, due: '2026-01-01', tool: 'scan' };
    expect(rowOf({ ...issue, fields, properties: { 'security-finding': property } })).toEqual({
      id: '1',
      key: 'WEB-1',
      summary: 'S',
      severity: 'high',
      findingStatus: 'verified',
      status: 'To Do',
      category: 'new',
      assignee: 'Security engineer',
      cvss: 9.8,
      due: '2026-01-01',
      tool: 'scan',
    });
  });
});

test('columns are kept by name, in their own order; nonsense means the usual ones', () => {
  expect(columnsFrom(null)).toEqual(usualColumns);
  expect(columnsFrom('nonsense,,constructor')).toEqual(usualColumns);
  expect(columnsFrom('cvss,tool')).toEqual(['key', 'summary', 'tool', 'cvss']);
  expect(columnsFrom(columns.join(','))).toEqual(columns);
});

test('every built-in status has a word, and a status of an admin reads like its name', () => {
  expect(Object.keys(en.statusOf)).toEqual(Object.keys(builtInStatuses));
  expect([statusWord('verified', en), statusWord('in_triage', en), statusWord('constructor', en)]).toEqual([
    'Verified',
    'In triage',
    'Constructor',
  ]);
});
