import Button from '@atlaskit/button/new';
import type { Task } from '#contract/tasks';
import { tell } from '../../bridge/flag';
import { usePageContext } from '../../bridge/context-provider';
import { type Draft, useDraft } from '../../hooks/use-draft';
import { EmptyState } from '../../parts/empty-state';
import { ErrorMessage } from '../../parts/error-message';
import { Page } from '../../parts/page';
import { CardSkeletons } from '../../parts/page-skeleton';
import { SaveBar } from '../../parts/save-bar';
import { useTexts } from '../../texts/texts';
import { TaskCard } from './task-card';

const sections = ['tasks'] as const;

/** Work that comes round by itself. */
export function TasksPage() {
  const { tasks: texts, common } = useTexts();
  const { loaded, draft } = useDraft(sections, { onSaved: () => tell(common.unsaved.saved) });
  return (
    <Page title={texts.title} intro={texts.intro}>
      {draft === undefined && loaded.state === 'failed' && (
        <ErrorMessage error={loaded.error} retry={loaded.reload} />
      )}
      {draft === undefined && loaded.state !== 'failed' && <CardSkeletons count={2} />}
      {draft !== undefined && <TaskList draft={draft} />}
    </Page>
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
    <>
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
      <SaveBar draft={draft} />
    </>
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
