interface FieldTarget {
  readonly type?: string;
  readonly name?: string;
  readonly value?: string;
  readonly checked?: boolean;
  readonly id?: string;
}

/** Props whose functions get events as the platform sends them: plain data of the target, nothing else. */
export function wired<T extends object>(props: object): T {
  const entries = Object.entries(props as Readonly<Record<string, unknown>>).map(([name, value]) => [
    name,
    isListener(value) ? relay(value) : value,
  ]);
  return Object.fromEntries(entries) as T;
}

type Listener = (...values: unknown[]) => unknown;

function isListener(value: unknown): value is Listener {
  return typeof value === 'function';
}

function relay(listener: Listener): Listener {
  return (event, ...more) => listener(plainEvent(event), ...more);
}

function plainEvent(event: unknown): unknown {
  const target = (event as { target?: FieldTarget } | undefined)?.target;
  if (target === undefined) return event;
  const { type, name, value, checked, id } = target;
  return { target: { type, name, value, checked, id } };
}
