import Button, { LinkButton } from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import Toggle from '@atlaskit/toggle';
import type { ComponentProps } from 'react';
import { component, type Draw } from '../component';
import { wired } from '../wire';

/** A picked day is handed over as such, YYYY-MM-DD. */
interface DatePickerProps {
  readonly id?: string;
  readonly name?: string;
  readonly value?: string;
  readonly minDate?: string;
  readonly maxDate?: string;
  readonly onChange?: (day: string) => void;
}

type LoadingProps = ComponentProps<typeof Button> & { readonly isLoading?: boolean };

const button = component<ComponentProps<typeof Button>>((props, children) => (
  <Button {...wired<typeof props>(props)}>{children}</Button>
));

/** What people press and fill in. */
export const controls: Readonly<Record<string, Draw>> = {
  Button: button,
  LoadingButton: component<LoadingProps>(({ isLoading = false, ...props }, children) => (
    <Button {...wired<typeof props>(props)} isLoading={isLoading}>
      {children}
    </Button>
  )),
  LinkButton: component<ComponentProps<typeof LinkButton>>((props, children) => (
    <LinkButton {...wired<typeof props>(props)}>{children}</LinkButton>
  )),
  Toggle: component<ComponentProps<typeof Toggle>>((props) => <Toggle {...wired<typeof props>(props)} />),
  Textfield: component<ComponentProps<typeof Textfield>>((props) => (
    <Textfield {...wired<typeof props>(props)} />
  )),
  TextArea: component<ComponentProps<typeof TextArea>>((props) => (
    <TextArea {...wired<typeof props>(props)} />
  )),
  Select: component<ComponentProps<typeof Select>>((props) => <Select {...props} />),
  Checkbox: component<ComponentProps<'input'> & { label?: string }>(({ label, ...props }) => (
    <label>
      <input type="checkbox" {...wired<typeof props>(props)} /> {label}
    </label>
  )),
  DatePicker: component<DatePickerProps>(({ id, name, value, minDate, maxDate, onChange }) => (
    <input
      type="date"
      {...{ id, name, value, min: minDate, max: maxDate }}
      onChange={(event) => onChange?.(event.target.value)}
    />
  )),
};
