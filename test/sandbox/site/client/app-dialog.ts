import { dropFrame, openFrame, type AppFrame } from './app-frames';
import type { FrameConfig } from './bridge-messages';

const SIZES: Readonly<Record<string, readonly [width: string, height: string]>> = {
  small: ['400px', 'max(20vh, 320px)'],
  medium: ['600px', 'max(40vh, 520px)'],
  large: ['800px', 'max(70vh, 720px)'],
  xlarge: ['968px', '90vh'],
  max: ['100%', '100%'],
  fullscreen: ['100vw', '100vh'],
};

/** A page of the app for a dialog of the site. */
export interface AppDialog {
  readonly title: string;
  readonly src: string;
  readonly config: FrameConfig;
  readonly size: unknown;
  readonly closeOnEscape?: unknown;
  readonly closeOnOverlayClick?: unknown;
  readonly onClose: (payload: unknown) => void;
}

/** Opens a page of the app in a dialog of the site. */
export function openAppDialog(of: AppDialog): AppFrame {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog app-dialog';
  const [width, height] = dimensions(of.size);
  Object.assign(dialog.style, { width, height });
  if (of.title !== '') dialog.append(Object.assign(document.createElement('h2'), { textContent: of.title }));
  const element = Object.assign(document.createElement('iframe'), {
    className: 'app-frame',
    title: of.title === '' ? 'Dialog' : of.title,
  });
  element.allow = 'clipboard-write';
  element.dataset['fit'] = 'page';
  dialog.append(element);
  document.body.append(dialog);
  const frame = openFrame(element, of.config, (payload) => {
    dropFrame(frame);
    dialog.remove();
    of.onClose(payload);
  });
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (of.closeOnEscape !== false) frame.close?.(undefined);
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog && of.closeOnOverlayClick !== false) frame.close?.(undefined);
  });
  element.src = of.src;
  dialog.showModal();
  return frame;
}

function dimensions(size: unknown): readonly [string, string] {
  const medium = ['600px', 'max(40vh, 520px)'] as const;
  if (typeof size === 'string') return SIZES[size] ?? medium;
  const { width, height } = (size ?? {}) as { width?: string; height?: string };
  return [width ?? medium[0], height ?? medium[1]];
}
