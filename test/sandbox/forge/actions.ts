import type { CallFunction } from './functions';
import { type AnyModule, type Manifest, moduleOf } from './manifest';

type ValueType = 'string' | 'integer' | 'number' | 'boolean';

/** An action of the manifest, as Automation reads it. */
export interface ActionModule extends AnyModule {
  readonly name: string;
  readonly function: string;
  readonly description: string;
  readonly config: { readonly resource: string; readonly render?: string };
  readonly inputs: Readonly<
    Record<string, { readonly title: string; readonly type: ValueType; readonly required: boolean }>
  >;
  readonly outputs?: Readonly<Record<string, { readonly type: ValueType; readonly nullable: boolean }>>;
}

/** Who the rule's connection acts for. */
export interface ActionCaller {
  readonly accountId: string;
  /** Whether that user has allowed the app to act for them; without it Jira takes no call in their name. */
  readonly consents?: boolean;
}

/** What the audit log of the rule shows. */
export type ActionResult =
  | { readonly status: 'success'; readonly outputs: Readonly<Record<string, unknown>> }
  | { readonly status: 'failed'; readonly errors: readonly string[] };

const GENERIC = 'An unexpected error occurred.';
const MAX_CONFIG_BYTES = 100 * 1024;

/** The actions that Automation offers: those that an action provider names. */
export function offeredActions({ modules }: Manifest): readonly ActionModule[] {
  const providers = (modules['automation:actionProvider'] ?? []) as readonly (AnyModule & {
    readonly actions: readonly string[];
  })[];
  const keys = providers.flatMap(({ actions }) => actions);
  return ((modules['action'] ?? []) as readonly ActionModule[]).filter(({ key }) => keys.includes(key));
}

/** Runs an action as a rule does whose smart values are filled in. @throws where the rule could not have been saved */
export async function runAction(
  { manifest, callFunction }: { readonly manifest: Manifest; readonly callFunction: CallFunction },
  key: string,
  inputs: Readonly<Record<string, unknown>>,
  { accountId, consents = true }: ActionCaller,
): Promise<ActionResult> {
  moduleOf(manifest, 'action', key);
  const action = offeredActions(manifest).find((one) => one.key === key);
  if (!action) throw new Error(`No action provider names '${key}'.`);
  checkInputs(action, inputs);
  const call = {
    functionKey: action.function,
    moduleKey: key,
    moduleType: 'core:action',
    accountId,
    consents,
  };
  const outcome = await callFunction(call, inputs);
  if (outcome.type === 'failed') return { status: 'failed', errors: [GENERIC] };
  const errors = errorsIn(outcome.value);
  if (errors.length > 0) return { status: 'failed', errors };
  return { status: 'success', outputs: checkedOutputs(action, outcome.value) };
}

/** Automation saves no rule whose configuration does not fit what the manifest declares. */
function checkInputs(
  { key, inputs: declared }: ActionModule,
  inputs: Readonly<Record<string, unknown>>,
): void {
  if (Buffer.byteLength(JSON.stringify(inputs)) > MAX_CONFIG_BYTES)
    throw new Error('The configuration is too large.');
  for (const [name, value] of Object.entries(inputs)) {
    const of = declared[name];
    if (!of) throw new Error(`${key} declares no input '${name}'.`);
    if (!fits(value, of.type)) throw new Error(`${name} of ${key} must be a ${of.type}.`);
  }
  for (const [name, { required }] of Object.entries(declared))
    if (required && (inputs[name] ?? '') === '') throw new Error(`${name} is required`);
}

function errorsIn(value: unknown): string[] {
  const errors: unknown =
    typeof value === 'object' && value !== null && 'errors' in value ? value.errors : [];
  return Array.isArray(errors) ? errors.map((error: { message?: string }) => String(error.message)) : [];
}

function checkedOutputs(
  { key, outputs = {} }: ActionModule,
  value: unknown,
): Readonly<Record<string, unknown>> {
  const given = (value ?? {}) as Readonly<Record<string, unknown>>;
  for (const [name, { type, nullable }] of Object.entries(outputs)) {
    const one = given[name] ?? null;
    if (one === null ? !nullable : !fits(one, type))
      throw new Error(`${key} gave no ${type} as its output '${name}'.`);
  }
  return Object.fromEntries(Object.keys(outputs).map((name) => [name, given[name] ?? null]));
}

function fits(value: unknown, type: ValueType): boolean {
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}
