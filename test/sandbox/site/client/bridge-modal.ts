import { callBack, dropFrame, openFrame, type AppFrame } from './app-frames';

const SIZES: Readonly<Record<string, readonly [width: string, height: string]>> = {
  small: ['400px', 'max(20vh, 320px)'],
  medium: ['600px', 'max(40vh, 520px)'],
  large: ['800px', 'max(70vh, 720px)'],
  xlarge: ['968px', '90vh'],
  max: ['100%', '100%'],
  fullscreen: ['100vw', '100vh'],
};

/** Opens a page of the app in a dialog of the site; closing it calls the opener's `onClose`. */
export function openModal(opener: AppFrame, data: Record<string, unknown>): boolean {
  const { resource, context, size, onClose, closeOnEscape, closeOnOverlayClick, title } = data;
  const { config } = opener;
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog app-dialog';
  const [width, height] = dimensions(size);
  Object.assign(dialog.style, { width, height });
  if (typeof title === 'string' && title !== '')
    dialog.append(Object.assign(document.createElement('h2'), { textContent: title }));
  const element = Object.assign(document.createElement('iframe'), {
    className: 'app-frame',
    title: typeof title === 'string' ? title : 'Dialog',
  });
  element.allow = 'clipboard-write';
  element.dataset['fit'] = 'page';
  dialog.append(element);
  document.body.append(dialog);
  const inner = {
    ...config,
    context: { ...config.context, extension: { ...config.context.extension, modal: context } },
  };
  const frame = openFrame(element, inner, (payload) => {
    dropFrame(frame);
    dialog.remove();
    callBack(opener, typeof onClose === 'string' ? onClose : undefined, payload);
  });
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (closeOnEscape !== false) frame.close?.(undefined);
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog && closeOnOverlayClick !== false) frame.close?.(undefined);
  });
  element.src = typeof resource === 'string' ? `${config.appOrigin}/${pathOf(resource)}` : opener.element.src;
  dialog.showModal();
  return true;
}

/** `<resource>` or `<resource>/<entry>`. */
function pathOf(resource: string): string {
  const [key = '', entry = 'index'] = resource.split('/');
  return `${key}/${entry}.html`;
}

function dimensions(size: unknown): readonly [string, string] {
  const medium = ['600px', 'max(40vh, 520px)'] as const;
  if (typeof size === 'string') return SIZES[size] ?? medium;
  const { width, height } = (size ?? {}) as { width?: string; height?: string };
  return [width ?? medium[0], height ?? medium[1]];
}
