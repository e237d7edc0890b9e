import Textfield from '@atlaskit/textfield';
import { type CommentSide, commentSides } from '#contract/comment';
import type { FieldProblem } from '#contract/invalid-fields';
import { errorAt } from '../../../logic/field-errors';
import type { HearsDraft } from '../../../logic/hears-draft';
import { Field } from '../../../parts/field';
import { Picker } from '../../../parts/picker';
import { Switch } from '../../../parts/switch';
import { useSay, useTexts } from '../../../texts/texts';

interface CommentChoicesProps {
  readonly draft: HearsDraft;
  readonly errors: readonly FieldProblem[];
  readonly onChange: (draft: HearsDraft) => void;
}

/** Where comments go: into Jira, to the portal, between the issues of a finding; and the word that keeps one where it is. */
export function CommentChoices({ draft, errors, onChange }: CommentChoicesProps) {
  const texts = useTexts().hears.comments;
  const say = useSay();
  const { comments } = draft;
  const set = (changed: Partial<HearsDraft['comments']>) =>
    onChange({ ...draft, comments: { ...comments, ...changed } });
  const error = errorAt(errors, 'comments.tag');
  return (
    <fieldset className="sf-fieldset">
      <legend className="sf-legend">{texts.title}</legend>
      <Side
        id="comments-to-jira"
        label={texts.toJira}
        value={comments.toJira}
        onChange={(toJira) => set({ toJira })}
      />
      {draft.mode !== 'off' && (
        <Side
          id="comments-from-jira"
          label={texts.fromJira}
          value={comments.fromJira}
          onChange={(fromJira) => set({ fromJira })}
        />
      )}
      <Switch
        id="comments-between"
        label={texts.between}
        isChecked={comments.between}
        onChange={(between) => set({ between })}
      />
      <Field
        id="comments-tag"
        label={texts.tag}
        help={texts.tagHelp}
        {...(error ? { error: say(error) } : {})}
      >
        <Textfield
          id="comments-tag"
          value={comments.tag}
          isInvalid={error !== undefined}
          aria-describedby="comments-tag-help"
          onChange={(event) => set({ tag: event.currentTarget.value })}
        />
      </Field>
    </fieldset>
  );
}

interface SideProps {
  readonly id: string;
  readonly label: string;
  readonly value: CommentSide;
  readonly onChange: (side: CommentSide) => void;
}

function Side({ id, label, value, onChange }: SideProps) {
  const { sides } = useTexts().hears.comments;
  const choices = commentSides.map((side) => ({ id: side, name: sides[side] }));
  return (
    <Field id={id} label={label}>
      <Picker
        id={id}
        label={label}
        choices={choices}
        value={choices.find((choice) => choice.id === value)}
        onChange={(choice) => {
          const side = commentSides.find((one) => one === choice?.id);
          if (side !== undefined) onChange(side);
        }}
      />
    </Field>
  );
}
