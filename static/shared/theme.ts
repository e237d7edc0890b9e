import { view } from '@forge/bridge';

const waitAtMostMs = 1_000;

/** Turns Jira's theme on and waits for its tokens, so that nothing is drawn without them and jumps; at most a second. */
export async function enableTheme(): Promise<void> {
  await view.theme.enable();
  const end = performance.now() + waitAtMostMs;
  while (!hasTokens() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
}

function hasTokens(): boolean {
  return getComputedStyle(document.documentElement).getPropertyValue('--ds-surface') !== '';
}
