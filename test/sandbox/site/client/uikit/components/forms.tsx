import type { Draw } from '../draw';

const block: Draw = (_props, children) => <div>{children}</div>;

/** Forms and the words around fields. */
export const forms: Readonly<Record<string, Draw>> = {
  Form: ({ onSubmit }, children) => (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        (onSubmit as (() => void) | undefined)?.();
      }}
    >
      {children}
    </form>
  ),
  FormHeader: block,
  FormSection: block,
  FormFooter: block,
  Label: ({ labelFor }, children) => (
    <label className="label" htmlFor={labelFor}>
      {children}
    </label>
  ),
  RequiredAsterisk: () => <span aria-hidden="true"> *</span>,
  HelperMessage: (_props, children) => <div className="helper">{children}</div>,
  ErrorMessage: (_props, children) => (
    <div className="helper error" role="alert">
      {children}
    </div>
  ),
  ValidMessage: (_props, children) => <div className="helper">{children}</div>,
};
