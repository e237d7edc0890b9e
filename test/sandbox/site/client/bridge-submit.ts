import type { AppFrame } from './app-frames';
import { postJson } from './post-json';

/** What a configuration hands over goes into the form that takes it, else to the site, which says where to go on. */
export async function submit(frame: AppFrame, payload: unknown): Promise<boolean> {
  const field = document.querySelector<HTMLInputElement>('form[data-takes-submit] [name=inputs]');
  if (field) {
    field.value = JSON.stringify(payload);
    return true;
  }
  const { result, error } = await postJson('/sandbox/bridge/submit', { token: frame.config.token, payload });
  if (error !== undefined) throw new Error(error);
  location.assign(String(result));
  return true;
}
