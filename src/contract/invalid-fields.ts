/** What is wrong with the input of a page's call, as messages by the path of the field. */
import { z } from 'zod';
import type { Message } from './messages/message';
import { statusPattern } from './finding';
import { labelPattern } from './settings';

/** What checks of the app's own may say, as the parameter `message` of their issue. */
const OwnMessage = z.union([
  z.object({ code: z.enum(['tooDeep', 'atMost']), most: z.number() }),
  z.object({ code: z.enum(['required', 'notUnique', 'badTimeZone', 'badAddress']) }),
]);

export interface FieldProblem {
  readonly path: string;
  readonly message: Message;
}

/** Turns zod's issues into messages by path, for example `product.labels.0`. */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: messageOf(issue),
  }));
}

function messageOf(issue: z.core.$ZodIssue): Message {
  switch (issue.code) {
    case 'invalid_value':
      return { code: 'oneOf', values: issue.values.map(String) };
    case 'invalid_key':
      return issue.issues[0] ? messageOf(issue.issues[0]) : { code: 'misfit' };
    case 'invalid_type':
      return ofType(issue);
    case 'invalid_format':
      return ofFormat(issue);
    case 'too_small':
      return issue.origin === 'string'
        ? { code: 'required' }
        : { code: 'atLeast', least: Number(issue.minimum) };
    case 'too_big':
      return tooBig(issue);
    case 'custom':
      return ofCustom(issue.params?.message);
    default:
      return { code: 'misfit' };
  }
}

/** Checks of the app's own name their message. */
function ofCustom(message: unknown): Message {
  if (message === 'idOrName') return { code: 'idOrName' };
  return OwnMessage.safeParse(message).data ?? { code: 'misfit' };
}

function ofType({ expected, message }: z.core.$ZodIssueInvalidType): Message {
  if (expected === 'int') return { code: 'wholeNumber' };
  // The issue itself does not tell whether a value was given.
  return /received (undefined|null)$/.test(message)
    ? { code: 'required' }
    : { code: 'ofType', type: expected };
}

function ofFormat({ pattern, format }: z.core.$ZodIssueInvalidStringFormat): Message {
  if (format === 'date') return { code: 'badDay' };
  if (pattern === String(labelPattern)) return { code: 'noLabel' };
  return { code: pattern === String(statusPattern) ? 'noStatusName' : 'misfit' };
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): Message {
  const most = Number(maximum);
  if (origin === 'string') return { code: 'atMostCharacters', most };
  return { code: 'atMost', most };
}
