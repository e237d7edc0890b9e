import { lazy, type ReactNode } from 'react';

/** A part of the page that is loaded when it is first shown. */
export function lazily<Props>(load: () => Promise<(props: Props) => ReactNode>) {
  return lazy(async () => ({ default: await load() }));
}
