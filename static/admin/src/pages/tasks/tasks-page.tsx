import Button from '@atlaskit/button/new';
import type { Task } from '#contract/tasks';
import { usePageContext } from '../../bridge/context-provider';
import type { Draft } from '../../hooks/use-draft';
import { EmptyState } from '../../parts/empty-state';
import { useTexts } from '../../texts/texts';
import { TaskCard } from './task-card';
import { DraftPage } from '../../parts/draft-page';

const sections = ['tasks'] as const;

/** Work that comes round by itself. */
export function TasksPage() {
  const { tasks: texts } = useTexts();
  return (
    <DraftPage title={texts.title} intro={texts.intro} sections={sections} cards={2}>
      {(draft) => <TaskList draft={draft} />}
    </DraftPage>
  );
}

function TaskList({ draft }: { draft: Draft<'tasks'> }) {
  const texts = useTexts().tasks;
  const { timezone } = usePageContext();
  const { tasks } = draft.value;
  const change = (index: number, task: Task | undefined) =>
    draft.set('tasks', (now) => now.flatMap((one, at) => (at === index ? (task ?? []) : one)));
  const add = (
    <Button onClick={() => draft.set('tasks', (now) => [...now, newTask(texts.newName, timezone)])}>
      {texts.add}
    </Button>
  );
  return (
    <div className="sf-stack sf-narrow">
      {tasks.length === 0 && <EmptyState title={texts.emptyTitle} body={texts.emptyBody} action={add} />}
      {tasks.map((task, index) => (
        <TaskCard
          key={task.id}
          task={task}
          path={`tasks.${String(index)}`}
          errors={draft.errors}
          onChange={(next) => change(index, next)}
        />
      ))}
      {tasks.length > 0 && <div>{add}</div>}
    </div>
  );
}

function newTask(name: string, timeZone: string | undefined): Task {
  return {
    id: crypto.randomUUID().slice(0, 8),
    name,
    product: '',
    title: '',
    description: '',
    severity: 'medium',
    every: 'month',
    on: 1,
    dueInDays: null,
    timeZone: timeZone ?? 'UTC',
    whenOpen: 'create',
    enabled: true,
  };
}
