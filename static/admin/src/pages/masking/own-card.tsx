import Button, { IconButton } from '@atlaskit/button/new';
import Delete from '@atlaskit/icon/core/delete';
import Textfield from '@atlaskit/textfield';
import { maskingLimits, type OwnPattern } from '#contract/masking';
import type { FieldProblem } from '#contract/invalid-fields';
import { errorAt } from '../../logic/field-errors';
import { Field } from '../../parts/field';
import { useSay, useTexts } from '../../texts/texts';
import { CardHead } from '../../parts/card-head';

interface OwnCardProps {
  readonly own: readonly OwnPattern[];
  readonly errors: readonly FieldProblem[];
  readonly onChange: (own: OwnPattern[]) => void;
}

/** Patterns of the admin's own, each with the name that stands in the place of what it finds. */
export function OwnCard({ own, errors, onChange }: OwnCardProps) {
  const { own: texts } = useTexts().masking;
  return (
    <section className="sf-card sf-stack" aria-label={texts.title}>
      <CardHead title={texts.title} intro={texts.intro} />
      {own.map((one, index) => (
        <OwnRow
          key={index}
          index={index}
          one={one}
          errors={errors}
          onChange={(next) => onChange(own.map((other, at) => (at === index ? next : other)))}
          onRemove={() => onChange(own.filter((_, at) => at !== index))}
        />
      ))}
      <div>
        <Button
          isDisabled={own.length >= maskingLimits.own}
          onClick={() => onChange([...own, { name: '', pattern: '' }])}
        >
          {texts.add}
        </Button>
      </div>
    </section>
  );
}

interface OwnRowProps {
  readonly index: number;
  readonly one: OwnPattern;
  readonly errors: readonly FieldProblem[];
  readonly onChange: (next: OwnPattern) => void;
  readonly onRemove: () => void;
}

function OwnRow({ index, one, errors, onChange, onRemove }: OwnRowProps) {
  const { own: texts } = useTexts().masking;
  const say = useSay();
  const errorOf = (part: keyof OwnPattern) => {
    const error = errorAt(errors, `masking.own.${String(index)}.${part}`);
    return error === undefined ? {} : { error: say(error) };
  };
  const field = (part: keyof OwnPattern, label: string) => {
    const id = `masking-own-${String(index)}-${part}`;
    const error = errorOf(part);
    return (
      <Field id={id} label={label} {...error}>
        <Textfield
          id={id}
          value={one[part]}
          isMonospaced={part === 'pattern'}
          isInvalid={'error' in error}
          aria-describedby={`${id}-help`}
          onChange={(event) => onChange({ ...one, [part]: event.currentTarget.value })}
        />
      </Field>
    );
  };
  return (
    <div className="sf-masking-own">
      {field('name', texts.name)}
      {field('pattern', texts.pattern)}
      <IconButton appearance="subtle" icon={Delete} label={texts.remove(one.name)} onClick={onRemove} />
    </div>
  );
}
