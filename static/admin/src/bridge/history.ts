import { view } from '@forge/bridge';

/** The part of the bridge's history that the page uses; paths are relative to the admin page. */
export interface PageHistory {
  readonly location: { readonly pathname: string };
  readonly push: (path: string) => unknown;
  readonly replace: (path: string) => unknown;
  readonly listen: (listener: (location: { readonly pathname: string }) => void) => () => void;
}

/** Opens the history that Jira's sidebar and address bar share with the page. */
export async function openHistory(): Promise<PageHistory> {
  return view.createHistory();
}
