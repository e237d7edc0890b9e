import { Task } from '#contract/tasks';
import { useCall } from '../../hooks/use-call';
import { useSettled } from '../../hooks/use-settled';
import { useLocale, useTexts } from '../../texts/texts';

/** The next five days on which a task comes; nothing while it is not complete or switched off. */
export function NextTurns({ task }: { task: Task }) {
  const settled = useSettled(task, 400);
  // What is not filled in yet does not change the dates.
  const complete = Task.safeParse({ ...settled, name: 'x', product: 'x', title: 'x', description: '' });
  return complete.success && settled.enabled ? <Turns task={complete.data} /> : null;
}

function Turns({ task }: { task: Task }) {
  const { next } = useTexts().tasks;
  const locale = useLocale();
  const { value } = useCall('tasks.next', { task });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  if (value === undefined) return null;
  return (
    <p className="sf-subtle">{`${next}: ${value.turns.map(({ date }) => day.format(Date.parse(date))).join(', ')}`}</p>
  );
}
