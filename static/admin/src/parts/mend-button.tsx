import { router } from '@forge/bridge';
import Button from '@atlaskit/button/new';
import type { HeldCause } from '#contract/activity';
import type { Mend } from '#contract/mend';
import { useRoute } from '../app/router';
import { setMending } from '../hooks/mending';
import { useAction } from '../hooks/use-call';
import { findProject } from '../jira/projects';
import { mendPath } from '../logic/mend-path';
import { useSay, useTexts } from '../texts/texts';

/** Leads to the very place that mends a cause; nothing where the entry itself has the button. */
export function MendButton({ held }: { held: HeldCause }) {
  const texts = useTexts().common.mend;
  const say = useSay();
  const { go } = useRoute();
  const { mend } = held;
  const open = useAction(async (to: Mend) => {
    const path = mendPath(to) ?? (await jiraPath(to));
    if (path === undefined) return;
    if (path.startsWith('jira:')) return router.open(path.slice('jira:'.length));
    setMending(held);
    go(path);
  });
  if (mend === undefined || mend.at === 'here') return null;
  const label = mend.at === 'issue' ? texts.issue(mend.key) : texts[mend.at];
  return (
    <Button
      spacing="compact"
      appearance="primary"
      aria-label={`${label}: ${say(held.reason)}`}
      isLoading={open.busy}
      onClick={() => void open.run(mend)}
    >
      {label}
    </Button>
  );
}

/** A place in Jira, marked as such; of a project that Jira does not show, the place of the settings that names it. */
async function jiraPath(mend: Mend): Promise<string | undefined> {
  switch (mend.at) {
    case 'issue':
      return `jira:/browse/${encodeURIComponent(mend.key)}`;
    case 'apps':
      return 'jira:/plugins/servlet/upm';
    case 'permissions': {
      const project = await findProject(mend.project);
      return project === undefined
        ? '/spaces'
        : `jira:/plugins/servlet/project-config/${encodeURIComponent(project.key)}/permissions`;
    }
    default:
      return undefined;
  }
}
