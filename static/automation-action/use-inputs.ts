import { events, view } from '@forge/bridge';
import { useProductContext } from '@forge/react';
import { useEffect, useState } from 'react';
import type { AutomationAction } from '#contract/automation-calls';

export type InputName = 'issue' | 'until' | 'reason';
export type Inputs = Partial<Record<InputName, string>>;

/** What Automation hands to the form of an action. */
interface Extension {
  readonly data?: { readonly inputs?: Inputs };
  readonly errors?: { readonly invalidInputs?: Partial<Record<InputName, { readonly message: string }>> };
}

/** A new action acts on the issue of the rule; an accepted risk is proposed for 90 days. */
const PROPOSED: Readonly<Record<AutomationAction, Inputs>> = {
  'ask-retest': { issue: '{{issue.key}}', reason: '' },
  'mark-false-positive': { issue: '{{issue.key}}', reason: '' },
  'accept-risk': { issue: '{{issue.key}}', until: '90', reason: '' },
};

export interface ActionInputs {
  readonly inputs: Inputs;
  /** Inputs that Automation found wrong and that were not changed since. */
  readonly wrong: ReadonlySet<InputName>;
  /** Automation is just checking the rule. */
  readonly isChecking: boolean;
  readonly change: (name: InputName, value: string) => void;
  readonly submit: () => void;
}

/** The inputs of an action, handed to Automation with every change, so that none is lost. Undefined until it told them. */
export function useInputs(): ActionInputs | undefined {
  const context = useProductContext();
  const [changed, setChanged] = useState<Inputs>({});
  const isChecking = useIsChecking();
  const { data, errors } = (context?.extension ?? {}) as Extension;
  const proposed = PROPOSED[context?.moduleKey as AutomationAction] as Inputs | undefined;
  const inputs: Inputs = { ...proposed, ...data?.inputs, ...changed };
  const isNew = proposed !== undefined && Object.keys(data?.inputs ?? {}).length === 0;
  useEffect(() => {
    // What is proposed can be saved as it is.
    if (isNew) void view.submit(inputs);
  }, [isNew]);
  if (proposed === undefined) return undefined;
  const invalid = Object.keys(errors?.invalidInputs ?? {}) as InputName[];
  return {
    inputs,
    wrong: new Set(invalid.filter((name) => changed[name] === undefined)),
    isChecking,
    change: (name, value) => {
      setChanged({ ...changed, [name]: value });
      void view.submit({ ...inputs, [name]: value });
    },
    submit: () => void view.submit(inputs),
  };
}

function useIsChecking(): boolean {
  const [isChecking, setChecking] = useState(false);
  useEffect(() => {
    const event = 'AUTOMATION_ACTION_VALIDATE_RULE_EVENT';
    const subscription = events.on(event, ({ isValidating }: { isValidating: boolean }) => {
      setChecking(isValidating);
    });
    return () => {
      void subscription.then(({ unsubscribe }) => {
        unsubscribe();
      });
    };
  }, []);
  return isChecking;
}
