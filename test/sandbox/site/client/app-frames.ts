import type { FrameConfig, ToFrame } from './bridge-messages';

/** A frame of the app on this page. */
export interface AppFrame {
  readonly element: HTMLIFrameElement;
  readonly config: FrameConfig;
  /** Closes the dialog the frame is in; absent for a frame of the page itself. */
  readonly close?: (payload: unknown) => void;
  /** It asked for the theme and follows it. */
  themed: boolean;
}

const frames: AppFrame[] = [];

/** Takes a frame in and loads its page, so that no message of it is missed. */
export function openFrame(
  element: HTMLIFrameElement,
  config: FrameConfig,
  close?: AppFrame['close'],
): AppFrame {
  const frame = { element, config, themed: false, ...(close ? { close } : {}) };
  frames.push(frame);
  return frame;
}

/** Forgets a frame that was removed. */
export function dropFrame(frame: AppFrame): void {
  frames.splice(frames.indexOf(frame), 1);
}

/** The frame a message came from; its page must still be one of the app. */
export function frameOf({ source, origin }: MessageEvent): AppFrame | undefined {
  return frames.find((frame) => frame.element.contentWindow === source && frame.config.appOrigin === origin);
}

/** All frames of the page. */
export function allFrames(): readonly AppFrame[] {
  return frames;
}

/** Sends to a frame, and only while it shows a page of the app. */
export function tell(frame: AppFrame, message: ToFrame): void {
  frame.element.contentWindow?.postMessage(message, frame.config.appOrigin);
}

/** Calls a function that the frame's page handed over. */
export function callBack(frame: AppFrame, callback: string | undefined, ...values: unknown[]): void {
  if (callback !== undefined) tell(frame, { bridge: 'callback', callback, values });
}
