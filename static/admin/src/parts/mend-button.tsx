import { router } from '@forge/bridge';
import Button from '@atlaskit/button/new';
import type { HeldCause } from '#contract/activity';
import type { Mend } from '#contract/mend';
import { useRoute } from '../app/router';
import { setMending } from '../hooks/mending';
import { useAction } from '../hooks/use-call';
import { findProject } from '../jira/projects';
import { mendPath } from '../logic/mend-path';
import type { Texts } from '../texts/sections';
import { useSay, useTexts } from '../texts/texts';

/**
 * Leads to the very place that mends a cause; nothing where the entry itself has the button. `isMain`: nothing on the
 * page is more urgent.
 */
export function MendButton({ held, isMain = false }: { held: HeldCause; isMain?: boolean }) {
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
  const label = labelOf(mend, texts);
  return (
    <Button
      spacing="compact"
      appearance={isMain ? 'primary' : 'default'}
      aria-label={`${label}: ${say(held.reason)}`}
      isLoading={open.busy}
      onClick={() => void open.run(mend)}
    >
      {label}
    </Button>
  );
}

/** Where the button leads, in words: what a product or a rule sets itself is mended there. */
function labelOf(mend: Exclude<Mend, { at: 'here' }>, texts: Texts['common']['mend']): string {
  if (mend.at === 'issue') return texts.issue(mend.key);
  if ('product' in mend && mend.product !== undefined) return texts.product;
  if ('rule' in mend && mend.rule !== undefined) return texts.rules;
  return texts[mend.at];
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
