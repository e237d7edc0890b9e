import Button from '@atlaskit/button/new';
import { useRoute } from '../../app/router';
import { useAsync } from '../../hooks/use-async';
import { readStatuses } from '../../jira/statuses';
import { refLabel } from '../../logic/refs';
import { ErrorMessage } from '../../parts/error-message';
import { Picker } from '../../parts/picker';
import { Sentence } from '../../parts/sentence';
import { ChoiceSlot, Slot } from '../../parts/slot';
import { useTexts } from '../../texts/texts';
import { chosen, refOf } from '../spaces/fields/choices';
import type { ClosingDraft } from './closing-draft';

/** "When all product issues are done, move the security issue to …", with the security space's own statuses. */
export function ClosingSentence({ draft }: { draft: ClosingDraft }) {
  const texts = useTexts().closing.close;
  const { closing, spaces } = draft.value;
  const { project, issueType, resolvedStatus } = spaces.security;
  const statuses = useAsync(project?.id, () => readStatuses(project?.id ?? ''));
  if (project?.id === undefined || issueType?.id === undefined) return <NoSpace />;
  if (statuses.state === 'failed') return <ErrorMessage error={statuses.error} retry={statuses.reload} />;
  const things = statuses.value && (statuses.value.get(issueType.id) ?? []);
  const value = chosen(closing.status, things);
  const when = (['all', 'any'] as const).map((id) => ({ id, name: texts.when[id] }));
  return (
    <Sentence
      text={texts.sentence}
      slots={{
        when: (
          <ChoiceSlot
            id="closing-when"
            label={texts.whenLabel}
            choices={when}
            value={closing.when}
            onChange={(next) => draft.set('closing', (now) => ({ ...now, when: next }))}
          />
        ),
        status: (
          <Slot kind="wide">
            <Picker
              id="closing-status"
              label={texts.statusLabel}
              isCompact
              isClearable
              placeholder={
                resolvedStatus === null ? texts.anyDone : texts.byDefault(refLabel(resolvedStatus))
              }
              choices={things?.filter(({ category }) => category === 'done')}
              value={value}
              onChange={(choice) => draft.set('closing', (now) => ({ ...now, status: refOf(choice) }))}
            />
          </Slot>
        ),
      }}
    />
  );
}

function NoSpace() {
  const texts = useTexts().closing.close;
  const { go } = useRoute();
  return (
    <div className="sf-row">
      <span className="sf-subtle">{texts.noSpace}</span>
      <Button spacing="compact" onClick={() => go('/spaces')}>
        {texts.openSpaces}
      </Button>
    </div>
  );
}
