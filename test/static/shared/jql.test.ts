import * as fc from 'fast-check';
import { builtInStatuses, severities as contractSeverities } from '../../../src/contract/finding';
import {
  allOf,
  isMended,
  isOneOf,
  isOpen,
  isOverdue,
  issuesAddress,
  severities,
} from '../../../static/shared/jql/conditions';
import { conditionOf } from '../../../static/shared/jql/own-jql';
import { quoted } from '../../../static/shared/jql/quoted';
import { scopeCondition } from '../../../static/shared/jql/scope';
import { textSearch } from '../../../static/shared/jql/text-search';
import { parseJql } from '../../sandbox/jira/jql/parse';

describe('a quoted value', () => {
  it('reads as exactly the text it was, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseJql(`findingProduct = ${quoted(text)}`).where).toMatchObject({
          kind: 'clause',
          operand: { kind: 'value', text },
        });
      }),
    );
  });

  it.each(['shop" OR project = "SEC', "x' OR 1", 'a\\', '\\"', ') OR (', 'EMPTY', 'null', '\n\r\u0000', '"'])(
    'keeps %j one value',
    (text) => {
      const { where } = parseJql(`findingProduct = ${quoted(text)} AND project = WEB`);
      expect(where).toMatchObject({
        kind: 'and',
        parts: [{ operand: { kind: 'value', text } }, { operand: { kind: 'value', text: 'WEB' } }],
      });
    },
  );
});

describe('a search for text', () => {
  it('is none where nothing is typed', () => {
    expect(textSearch('  ')).toBeUndefined();
  });

  it('finds begun words, CVE ids and exact ids', () => {
    expect(textSearch('SQL inj')).toBe(
      '(summary ~ "sql inj*" OR findingCve ~ "\\"sql inj\\"" OR findingId = "SQL inj")',
    );
    expect(textSearch('***')).toBe('findingId = "***"');
  });

  it('lets nothing of the search language through, and stays one condition', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const search = textSearch(text);
        fc.pre(search !== undefined);
        const { where } = parseJql(`${search} AND project = WEB`);
        expect(where).toMatchObject({ kind: 'and', parts: { length: 2 } });
        const words = /summary ~ "([^"]*)"/.exec(search)?.[1] ?? '*';
        expect(words).toMatch(/^[\p{L}\p{N}_ ]*\*$/u);
      }),
    );
  });
});

describe('JQL that a person wrote', () => {
  it.each([
    ['project = WEB', 'project = WEB'],
    ['project = WEB order by created', 'project = WEB'],
    ['project = WEB ORDER   BY created DESC, key', 'project = WEB'],
    ['summary ~ "order by chaos" ORDER BY key', 'summary ~ "order by chaos"'],
    ["summary ~ 'it\\'s order by' order by key", "summary ~ 'it\\'s order by'"],
    ['(project = WEB OR project = SEC) ORDER BY key', '(project = WEB OR project = SEC)'],
    ['border = "by"', 'border = "by"'],
  ])('%s counts as %s', (jql, condition) => {
    expect(conditionOf(jql)).toBe(condition);
  });

  it.each([
    '',
    '  ',
    'ORDER BY key',
    'project = WEB) OR (project = SEC',
    '(project = WEB',
    'summary ~ "x',
    "'",
    ')(',
  ])('%j does not stand by itself', (jql) => {
    expect(conditionOf(jql)).toBeUndefined();
  });

  it('stays within its brackets wherever it can be read at all', () => {
    const piece = fc.constantFrom(
      'a = b',
      ' OR ',
      ' AND ',
      '(',
      ')',
      '"',
      "'",
      '\\',
      'ORDER BY key',
      ' NOT ',
      'x ~ "y)"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const condition = conditionOf(pieces.join(''));
        fc.pre(condition !== undefined);
        let where: unknown;
        try {
          ({ where } = parseJql(`(${condition}) AND project = WEB`));
        } catch {
          // Jira refuses it as a whole; nothing got out of the brackets.
          return;
        }
        expect(where).toMatchObject({ kind: 'and' });
      }),
      { numRuns: 500 },
    );
  });
});

describe('conditions', () => {
  it('know the severities and the settled statuses of the contract', () => {
    expect(severities).toEqual(contractSeverities);
    for (const [status, lifecycle] of Object.entries(builtInStatuses)) {
      expect(isOpen.includes(`"${status}"`)).toBe(lifecycle !== 'open');
      expect(isMended.includes(`"${status}"`)).toBe(lifecycle === 'rejected' || lifecycle === 'accepted');
    }
  });

  it('can be read by Jira, alone and together', () => {
    for (const jql of [isOpen, isMended, isOverdue, allOf([isOverdue, isOneOf('findingTool', ['a', 'b"'])])])
      expect(() => parseJql(jql)).not.toThrow();
  });

  it('leave out what is not asked for', () => {
    expect(allOf([undefined, '', 'a = b'])).toBe('a = b');
    expect(isOneOf('findingTool', [])).toBeUndefined();
  });

  it('lead to Jira’s own page of issues, with everything in the search escaped', () => {
    expect(issuesAddress('https://x.example', 'a = "b&c#d" ')).toBe(
      'https://x.example/issues/?jql=a%20%3D%20%22b%26c%23d%22%20',
    );
  });
});

describe('a scope', () => {
  it('counts only issues of findings, of one side where asked', () => {
    expect(scopeCondition({ kind: 'all' }, 'any')).toBe('findingSeverityLevel >= 1');
    expect(scopeCondition({ kind: 'project', project: '10001' }, 'security')).toBe(
      'project = "10001" AND findingRole = "security" AND findingSeverityLevel >= 1',
    );
    expect(scopeCondition({ kind: 'product', product: 'a"b' }, 'any')).toBe(
      'findingProduct = "a\\"b" AND findingSeverityLevel >= 1',
    );
    expect(scopeCondition({ kind: 'jql', jql: 'a = b OR c = d ORDER BY e' }, 'product')).toBe(
      '(a = b OR c = d) AND findingRole = "product" AND findingSeverityLevel >= 1',
    );
    expect(scopeCondition({ kind: 'jql', jql: 'a = b) OR (c = d' }, 'any')).toBeUndefined();
  });
});
