import { openAppDialog } from './app-dialog';
import { frameOf, openFrame, tell, type AppFrame } from './app-frames';
import { commands } from './bridge-commands';
import type { FrameConfig, ToSite } from './bridge-messages';

addEventListener('message', (event: MessageEvent<ToSite>) => {
  const frame = frameOf(event);
  if (!frame) return;
  // Pages may also send messages that are none of the bridge's business.
  if (event.data.bridge === 'size') fit(frame, event.data.height);
  else if (isCall(event.data)) void answer(frame, event.data);
});

for (const element of document.querySelectorAll<HTMLIFrameElement>('iframe[data-frame]')) {
  openFrame(element, JSON.parse(element.dataset['frame'] ?? '') as FrameConfig);
  element.src = element.dataset['src'] ?? '';
}

// An action of the app; Jira shows what became of the issue when its dialog is closed.
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-app-dialog]')) {
  const { appDialog: size, frame = '', src = '' } = button.dataset;
  button.addEventListener('click', () => {
    button.closest('details')?.removeAttribute('open');
    openAppDialog({
      title: button.textContent,
      src,
      config: JSON.parse(frame) as FrameConfig,
      size,
      onClose: () => {
        location.reload();
      },
    });
  });
}

type Call = Extract<ToSite, { bridge: 'call' }>;

function isCall(message: unknown): message is Call {
  return typeof message === 'object' && message !== null && 'bridge' in message && message.bridge === 'call';
}

async function answer(frame: AppFrame, { id, command, data }: Call): Promise<void> {
  try {
    const carryOut = commands[command];
    if (!carryOut) throw new Error(`The sandbox does not know the bridge command '${command}'.`);
    tell(frame, {
      bridge: 'answer',
      id,
      result: await carryOut(frame, (data ?? {}) as Record<string, unknown>, data),
    });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    console.error(`bridge ${command}: ${text}`);
    tell(frame, { bridge: 'answer', id, error: text });
  }
}

function fit({ element }: AppFrame, height: number): void {
  if (element.dataset['fit'] === 'content') element.style.height = `${String(height)}px`;
}
