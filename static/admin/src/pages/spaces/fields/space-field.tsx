import type { ReactNode } from 'react';
import type { Space } from '#contract/settings';
import { Field } from '../../../parts/field';
import { LinkButton } from '../../../parts/link-button';
import { useTexts } from '../../../texts/texts';
import { useSpaceForm } from '../space-form';

interface SpacePlaceProps {
  /** What links lead to, within the space. */
  readonly place: string;
  readonly id: string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A labelled input of a space that links can lead to. */
export function SpacePlace({ place, error, ...field }: SpacePlaceProps) {
  const { role } = useSpaceForm();
  return (
    <div data-place={`${role}/${place}`}>
      <Field {...field} {...(error !== undefined && { error })} />
    </div>
  );
}

interface SpaceFieldProps {
  readonly field: keyof Space & keyof ReturnType<typeof useTexts>['fields'];
  readonly help?: ReactNode;
  /** Draws the input; disabled while the value is inherited. */
  readonly children: (input: { id: string; isDisabled: boolean; isInvalid: boolean }) => ReactNode;
}

/** One value of a space with its name, its help or error and, for a product, where it comes from. */
export function SpaceField({ field, help, children }: SpaceFieldProps) {
  const { fields } = useTexts();
  const form = useSpaceForm();
  const id = `${form.idPrefix}-${field}`;
  const error = form.errorAt(field);
  const isDisabled = form.originOf?.(field).inherited === true;
  return (
    <SpacePlace
      place={field}
      id={id}
      label={fields[field]}
      help={help}
      error={error}
      aside={<Origin field={field} />}
    >
      {children({ id, isDisabled, isInvalid: error !== undefined })}
    </SpacePlace>
  );
}

/** Where a product's value comes from, with the button that changes it. Nothing on the page of the defaults. */
export function Origin({ field }: { field: keyof Space }) {
  const { spaces, fields } = useTexts();
  const origin = useSpaceForm().originOf?.(field);
  if (origin === undefined) return null;
  const { inherited, override, reset } = origin;
  return (
    <span className="sf-origin">
      {inherited ? spaces.origin.default : spaces.origin.product}
      <LinkButton
        label={(inherited ? spaces.origin.overrideOf : spaces.origin.resetOf)(fields[field])}
        onClick={inherited ? override : reset}
      >
        {inherited ? spaces.origin.override : spaces.origin.reset}
      </LinkButton>
    </span>
  );
}
