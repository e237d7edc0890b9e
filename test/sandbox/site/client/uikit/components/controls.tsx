import Button, { LinkButton } from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import Toggle from '@atlaskit/toggle';
import type { ComponentProps } from 'react';
import type { Draw } from '../draw';
import { wired } from '../wire';

const button: Draw = (props, children) => <Button {...wired<ComponentProps<typeof Button>>(props)}>{children}</Button>;

/** What people press and fill in. */
export const controls: Readonly<Record<string, Draw>> = {
  Button: button,
  LoadingButton: button,
  LinkButton: (props, children) => <LinkButton {...wired<ComponentProps<typeof LinkButton>>(props)}>{children}</LinkButton>,
  Toggle: (props) => <Toggle {...wired<ComponentProps<typeof Toggle>>(props)} />,
  Textfield: (props) => <Textfield {...wired<ComponentProps<typeof Textfield>>(props)} />,
  TextArea: (props) => <textarea {...wired<ComponentProps<'textarea'>>(props)} />,
  Select: (props) => <Select {...props} />,
  Checkbox: ({ label, ...props }) => (
    <label>
      <input type="checkbox" {...wired<ComponentProps<'input'>>(props)} /> {label}
    </label>
  ),
  DatePicker: (props) => <input type="date" {...wired<ComponentProps<'input'>>(props)} />,
};
