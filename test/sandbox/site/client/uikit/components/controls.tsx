import Button, { LinkButton } from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import Toggle from '@atlaskit/toggle';
import type { ComponentProps } from 'react';
import { component, type Draw } from '../component';
import { wired } from '../wire';

const button = component<ComponentProps<typeof Button>>((props, children) => (
  <Button {...wired<typeof props>(props)}>{children}</Button>
));

/** What people press and fill in. */
export const controls: Readonly<Record<string, Draw>> = {
  Button: button,
  LoadingButton: button,
  LinkButton: component<ComponentProps<typeof LinkButton>>((props, children) => (
    <LinkButton {...wired<typeof props>(props)}>{children}</LinkButton>
  )),
  Toggle: component<ComponentProps<typeof Toggle>>((props) => <Toggle {...wired<typeof props>(props)} />),
  Textfield: component<ComponentProps<typeof Textfield>>((props) => (
    <Textfield {...wired<typeof props>(props)} />
  )),
  TextArea: component<ComponentProps<'textarea'>>((props) => <textarea {...wired<typeof props>(props)} />),
  Select: component<ComponentProps<typeof Select>>((props) => <Select {...props} />),
  Checkbox: component<ComponentProps<'input'> & { label?: string }>(({ label, ...props }) => (
    <label>
      <input type="checkbox" {...wired<typeof props>(props)} /> {label}
    </label>
  )),
  DatePicker: component<ComponentProps<'input'>>((props) => (
    <input type="date" {...wired<typeof props>(props)} />
  )),
};
