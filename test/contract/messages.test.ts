import { z } from 'zod';
import { checks } from '../../src/contract/messages/checks';
import { de } from '../../src/contract/messages/de';
import { en } from '../../src/contract/messages/en';
import { invalid } from '../../src/contract/messages/invalid';
import { type Message, messages, Reason } from '../../src/contract/messages/message';
import { reasons } from '../../src/contract/messages/reasons';
import { ru } from '../../src/contract/messages/ru';
import { findings } from '../../src/contract/messages/ru/counted';
import { say } from '../../src/contract/messages/say';
import { permissions } from '../../src/contract/messages/terms';

const names = ['AMBER', 'BIRCH', 'CEDAR', 'DELTA'];

/** A parameter that was not there, or a word that was not put in. */
const broken = /undefined|null|NaN|\[object|_|\s\s|\s[.,:]|\(\)|^$/;
const permissionKeys = new RegExp(permissions.join('|'), 'g');

/** Values of a schema that show all it may hold: every word of a list, given and left out. */
function values(schema: unknown, name: string): unknown[] {
  if (schema instanceof z.ZodOptional) return [undefined, ...values(schema.unwrap(), name)];
  if (schema instanceof z.ZodArray) {
    const each = values(schema.element, name);
    return schema.element instanceof z.ZodString ? [[name], [name, `${name}2`]] : [each, each.slice(0, 1)];
  }
  if (schema instanceof z.ZodEnum) return [...schema.options];
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => values(option, name));
  if (schema instanceof z.ZodLiteral) return [...schema.values];
  if (schema instanceof z.ZodObject) return samples(schema.shape, [name]);
  if (schema instanceof z.ZodNumber) return [41];
  if (schema instanceof z.ZodString) return [name];
  throw new Error(`no values for ${String(schema)}`);
}

/** Every combination of the values of a shape. */
function samples(shape: z.ZodRawShape, called: readonly string[] = names): object[] {
  return Object.entries(shape).reduce<object[]>(
    (all, [key, schema], index) =>
      all.flatMap((one) => values(schema, called[index] ?? key).map((value) => ({ ...one, [key]: value }))),
    [{}],
  );
}

const table = Object.entries(messages).map(([code, shape]): [string, Message[]] => [
  code,
  samples(shape).map((params) => ({ code, ...params }) as Message),
]);

/** The names and numbers among the parameters of a message; words of lists are translated. */
const given = (message: Message) =>
  [...names.map((name) => `${name}2`), ...names, '41'].filter((one) =>
    new RegExp(`[":]${one}\\b`).test(JSON.stringify(message)),
  );

test('no code stands for two messages', () => {
  const codes = [reasons, checks, invalid].flatMap((one) => Object.keys(one));
  expect(new Set(codes).size).toBe(codes.length);
});

describe.each([
  ['English', en],
  ['German', de],
  ['Russian', ru],
])('in %s', (_, words) => {
  test.each(table)('the message %s says all it knows', (code, all) => {
    for (const message of all) {
      const said = say(message, words);
      expect(said).toBe(said.trim());
      expect(said.replaceAll(permissionKeys, 'P')).not.toMatch(broken);
      for (const value of given(message)) expect(said).toContain(value);
    }
    expect(all.length).toBeGreaterThan(0);
    expect(code).not.toBe('');
  });
});

describe.each([
  ['German', de],
  ['Russian', ru],
])('compared with English, %s', (_, words) => {
  test('says no message in English', () => {
    const withoutNames = (text: string) => text.replaceAll(/[A-Z]{5}2?|41/g, '');
    const same = table.flatMap(([, all]) =>
      all.filter((message) => {
        const said = withoutNames(say(message, words));
        return said.length > 12 && said === withoutNames(say(message, en));
      }),
    );
    expect(same).toEqual([]);
  });

  test('ends a sentence where English does', () => {
    const end = (text: string | undefined) => (text?.endsWith('.') ? '.' : '');
    const differ = table.flatMap(([, all]) =>
      all.filter((message) => end(say(message, words)) !== end(say(message, en))),
    );
    expect(differ).toEqual([]);
  });
});

test('Russian says numbers with the form that goes with them', () => {
  const said = [1, 2, 5, 11, 21, 22, 111].map(findings).join(', ');
  expect(said).toBe('1 находка, 2 находки, 5 находок, 11 находок, 21 находка, 22 находки, 111 находок');
});

describe('a message that is stored', () => {
  test('is read as it was written', () => {
    const stored = table.filter(([code]) => code in reasons).flatMap(([, all]) => all);
    for (const message of stored) {
      const written = JSON.parse(JSON.stringify(message)) as unknown;
      expect(Reason.parse(written)).toEqual(written);
    }
    expect(stored.length).toBeGreaterThan(Object.keys(reasons).length);
  });

  test.each([
    ['of another version', { code: 'notKnownYet', name: 'x' }],
    ['with other parameters', { code: 'noWay', from: 'To do' }],
    ['of a time when it was a text', 'No team space is switched on.'],
  ])('%s is said to be of another version, and never makes a record unreadable', (_, written) => {
    expect(Reason.parse(written)).toEqual({ code: 'anotherVersion' });
  });
});
