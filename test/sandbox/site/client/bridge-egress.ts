import type { AppFrame } from './app-frames';
import { postJson } from './post-json';

interface Group {
  readonly description: string;
  readonly configured: readonly { readonly domain: string }[];
}

/** Reads or changes the addresses that the app may call; new ones only after an administrator agreed in a dialog. */
export async function askEgress(
  _frame: AppFrame,
  command: string,
  data: Record<string, unknown>,
): Promise<unknown> {
  if (command === 'egressSet' && !(await agrees((data['egresses'] ?? []) as Group[]))) {
    throw new Error('The administrator did not agree.');
  }
  const { result } = await postJson('/sandbox/bridge/egress', { command, data });
  return result;
}

function agrees(groups: readonly Group[]): Promise<boolean> {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  const form = Object.assign(document.createElement('form'), { method: 'dialog' });
  form.append(
    text('h2', 'Let this app send data outside?'),
    text('p', 'The app asks to exchange data with these addresses:'),
  );
  for (const { description, configured } of groups) {
    const list = document.createElement('ul');
    list.append(...configured.map(({ domain }) => text('li', domain)));
    form.append(text('h3', description), list);
  }
  const end = Object.assign(document.createElement('div'), { className: 'dialog-end' });
  end.append(button('Cancel', 'no', 'quiet'), button('Allow', 'yes', 'primary'));
  form.append(end);
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}

function text(name: string, content: string): HTMLElement {
  return Object.assign(document.createElement(name), { textContent: content });
}

function button(label: string, value: string, kind: string): HTMLButtonElement {
  return Object.assign(document.createElement('button'), {
    textContent: label,
    value,
    className: `button ${kind}`,
  });
}
