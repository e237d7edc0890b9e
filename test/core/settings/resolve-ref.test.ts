import { type Named, resolveRef } from '../../../src/core/settings/resolve-ref';
import type { Ref } from '../../../src/contract/settings';

const bug = { id: '1', name: 'Bug' };
const task = { id: '2', name: 'Task' };
const upperTask = { id: '3', name: 'TASK' };
const twin = { id: '4', name: 'Task' };
const here = [bug, task];
const none = 0;

describe('a reference', () => {
  test.each<[string, Ref, readonly Named[], boolean | undefined, Named | number]>([
    ['by id alone means what has it', { id: '1' }, here, undefined, bug],
    ['by id alone means what has it, on another site too', { id: '1' }, here, false, bug],
    ['by name alone means what has it', { name: 'Task' }, here, undefined, task],
    ['by name in other letters means what has it', { name: 'tASK' }, here, false, task],
    ['whose id and name agree means that', { id: '2', name: 'task' }, here, false, task],
    ['of this site means its id, whatever the name', { id: '1', name: 'Task' }, here, true, bug],
    ['of another site means its name, whatever the id', { id: '1', name: 'Task' }, here, false, task],
    ['of an unknown site means its name, whatever the id', { id: '1', name: 'Task' }, here, undefined, task],
    ['of an unknown site means its id where no name fits', { id: '1', name: 'Story' }, here, undefined, bug],
    ['of another site means nothing where no name fits', { id: '1', name: 'Story' }, here, false, none],
    ['of this site means its name where the id is gone', { id: '9', name: 'Bug' }, here, true, bug],
    ['to what is not here means nothing', { id: '9' }, here, true, none],
    ['by a name that is not here means nothing', { name: 'Story' }, here, undefined, none],
    ['by a name in exactly these letters means that', { name: 'TASK' }, [task, upperTask], false, upperTask],
    ['by a name that two have is in doubt', { name: 'Task' }, [task, twin], false, 2],
    [
      'by a name that two have is in doubt, though something has its id',
      { id: '1', name: 'Task' },
      [bug, task, twin],
      undefined,
      2,
    ],
    [
      'by a name that two have in other letters is in doubt',
      { name: 'task' },
      [task, upperTask, twin],
      false,
      3,
    ],
    ['by a name that two have exactly is in doubt', { name: 'Task' }, [task, upperTask, twin], false, 3],
    ['means nothing where nothing is', { id: '1', name: 'Bug' }, [], true, none],
  ])('%s', (_, ref, things, sameSite, expected) => {
    const outcome =
      typeof expected === 'number' ? { ok: false, namesakes: expected } : { ok: true, ref: expected };
    expect(resolveRef(ref, things, sameSite)).toEqual(outcome);
  });

  test('found takes nothing along but id and name', () => {
    expect(resolveRef({ id: '1' }, [{ ...bug, avatar: 'x' } as Named], true)).toEqual({ ok: true, ref: bug });
  });
});
