import { token } from '@atlaskit/tokens';
import type { CSSProperties } from 'react';

type TokenName = Parameters<typeof token>[0];

/** A design token of UI Kit (`space.100`, `color.text.subtle`) as a CSS value; other text stays as it is. */
export function css(value: unknown): string | undefined {
  if (typeof value === 'number') return `${String(value)}px`;
  if (typeof value !== 'string') return undefined;
  return /^(space|color|elevation|radius|border|font)\./.test(value) ? token(value as TokenName) : value;
}

/** What `xcss` makes, with its tokens resolved. */
export function cssOf(xcss: unknown): CSSProperties {
  const entries = Object.entries((xcss ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    entries.filter(([, value]) => typeof value !== 'object').map(([name, value]) => [name, css(value)]),
  );
}
