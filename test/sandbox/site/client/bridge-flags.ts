import { callBack, type AppFrame } from './app-frames';

interface FlagAction {
  readonly text: string;
  readonly onClick?: string;
}

const SHOWN_MS = 8_000;

/** Shows a message in the corner, as `showFlag` asks for. */
export function showFlag(frame: AppFrame, data: Record<string, unknown>): boolean {
  const { id, title, description, type, isAutoDismiss } = data;
  document.getElementById(`flag-${String(id)}`)?.remove();
  const flag = element('div', {
    id: `flag-${String(id)}`,
    className: 'flag',
    role: type === 'error' ? 'alert' : 'status',
  });
  flag.dataset['type'] = typeof type === 'string' ? type : 'info';
  flag.append(element('strong', { textContent: textOf(title) }));
  if (description !== undefined) flag.append(element('p', { textContent: textOf(description) }));
  for (const { text, onClick } of (data['actions'] ?? []) as FlagAction[]) {
    const button = element('button', { className: 'link-button', textContent: text });
    button.addEventListener('click', () => callBack(frame, onClick));
    flag.append(button);
  }
  const dismiss = element('button', { className: 'icon-button', textContent: '×', ariaLabel: 'Dismiss' });
  dismiss.dataset['dismiss'] = '';
  flag.append(dismiss);
  document.getElementById('flags')?.append(flag);
  if (isAutoDismiss === true) setTimeout(() => flag.remove(), SHOWN_MS);
  return true;
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  props: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(name), props);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
