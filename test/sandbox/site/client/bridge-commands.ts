import { allFrames, callBack, type AppFrame } from './app-frames';
import { askEgress } from './bridge-egress';
import { showFlag } from './bridge-flags';
import { createHistory, historyGo, historyStep } from './bridge-history';
import { openModal } from './bridge-modal';
import { navigate, urlOf } from './bridge-navigation';
import { submit } from './bridge-submit';
import { postJson } from './post-json';

/** Carries out a command of the bridge for a frame. `raw` is the data where it is no object. */
export type Command = (frame: AppFrame, data: Record<string, unknown>, raw: unknown) => unknown;

const THEME = 'dark:dark light:light spacing:spacing typography:typography shape:shape';

interface Subscription {
  readonly event: string;
  readonly frame: AppFrame;
  readonly callback: string;
}
let subscriptions: readonly Subscription[] = [];

const on: Command = (frame, { event, callback }) => {
  subscriptions = [...subscriptions, { event: String(event), frame, callback: String(callback) }];
};
const emit: Command = (_frame, { event, payload }) => {
  for (const one of subscriptions) if (one.event === event) callBack(one.frame, one.callback, payload);
};

/** Every command that the sandbox knows; whatever is missing is refused with its name. */
export const commands: Readonly<Record<string, Command>> = {
  getContext: (frame) => frame.config.context,
  invoke: async (frame, { functionKey, payload, metadata }) => {
    const { result, error } = await postJson('/sandbox/bridge/invoke', {
      token: frame.config.token,
      functionKey,
      payload,
    });
    if (error !== undefined) throw new Error(error);
    return metadata ? { body: result, metadata: {} } : result;
  },
  fetchProduct: (_frame, data) => postJson('/sandbox/bridge/product', data),
  enableTheming: (frame) => {
    frame.themed = true;
    paint(frame);
  },
  showFlag: (frame, data) => showFlag(frame, data),
  closeFlag: (_frame, { id }) => {
    document.getElementById(`flag-${String(id)}`)?.remove();
    return true;
  },
  navigate: (_frame, data) => navigate(data),
  getUrl: (_frame, data) => urlOf(data),
  reload: () => {
    location.reload();
  },
  changeWindowTitle: (_frame, _data, title) => {
    document.title = String(title);
  },
  openModal: (frame, data) => openModal(frame, data),
  close: (frame, _data, payload) => {
    frame.close?.(payload);
    return frame.close !== undefined;
  },
  submit: (frame, _data, payload) => submit(frame, payload),
  createHistory,
  historyGo,
  historyStep,
  on,
  emit,
  onPublic: on,
  emitPublic: emit,
  unsubscribe: (_frame, { callback }) => {
    subscriptions = subscriptions.filter((one) => one.callback !== callback);
  },
  emitReadyEvent: () => undefined,
  __permission__egressGet: (frame, data) => askEgress(frame, 'egressGet', data),
  __permission__egressSet: (frame, data) => askEgress(frame, 'egressSet', data),
  __permission__egressDeleteDomain: (frame, data) => askEgress(frame, 'egressDeleteDomain', data),
  __permission__egressDeleteGroup: (frame, data) => askEgress(frame, 'egressDeleteGroup', data),
};

function paint({ element, config }: AppFrame): void {
  const colorMode = document.documentElement.dataset['colorMode'] ?? 'light';
  element.contentWindow?.postMessage({ bridge: 'theme', colorMode, theme: THEME }, config.appOrigin);
}

new MutationObserver(() => {
  for (const frame of allFrames()) if (frame.themed) paint(frame);
}).observe(document.documentElement, { attributeFilter: ['data-color-mode'] });
