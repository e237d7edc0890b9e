import { around, component, type Draw } from '../component';

const block = around((children) => <div>{children}</div>);

/** Forms and the words around fields. */
export const forms: Readonly<Record<string, Draw>> = {
  Form: component<{ onSubmit?: () => void }>(({ onSubmit }, children) => (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit?.();
      }}
    >
      {children}
    </form>
  )),
  FormHeader: block,
  FormSection: block,
  FormFooter: block,
  Label: component<{ labelFor?: string }>(({ labelFor }, children) => (
    <label className="label" htmlFor={labelFor}>
      {children}
    </label>
  )),
  RequiredAsterisk: () => <span aria-hidden="true"> *</span>,
  HelperMessage: around((children) => <div className="helper">{children}</div>),
  ValidMessage: around((children) => <div className="helper">{children}</div>),
  ErrorMessage: around((children) => (
    <div className="helper error" role="alert">
      {children}
    </div>
  )),
};
