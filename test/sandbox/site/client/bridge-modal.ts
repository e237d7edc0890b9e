import { openAppDialog } from './app-dialog';
import { callBack, type AppFrame } from './app-frames';

/** Opens a page of the app in a dialog of the site; closing it calls the opener's `onClose`. */
export function openModal(opener: AppFrame, data: Record<string, unknown>): boolean {
  const { resource, context, size, onClose, closeOnEscape, closeOnOverlayClick, title } = data;
  const { config } = opener;
  openAppDialog({
    title: typeof title === 'string' ? title : '',
    src: typeof resource === 'string' ? `${config.appOrigin}/${pathOf(resource)}` : opener.element.src,
    config: {
      ...config,
      context: { ...config.context, extension: { ...config.context.extension, modal: context } },
    },
    size,
    closeOnEscape,
    closeOnOverlayClick,
    onClose: (payload) => {
      callBack(opener, typeof onClose === 'string' ? onClose : undefined, payload);
    },
  });
  return true;
}

/** `<resource>` or `<resource>/<entry>`. */
function pathOf(resource: string): string {
  const [key = '', entry = 'index'] = resource.split('/');
  return `${key}/${entry}.html`;
}
