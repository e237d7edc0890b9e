import { view } from '@forge/bridge';
import { localeIn } from '../../../shared/spoken';

/** What the page needs to know about where it runs. */
export interface PageContext {
  readonly locale: string;
  readonly timezone: string;
  readonly siteUrl: string;
  readonly environmentId: string;
  /** The identifier of this module; it holds the app's id. */
  readonly localId: string;
}

/** Reads the context. */
export async function readContext(): Promise<PageContext> {
  const context = await view.getContext();
  return {
    locale: localeIn(context.locale),
    timezone: context.timezone,
    siteUrl: context.siteUrl,
    environmentId: context.environmentId,
    localId: context.localId,
  };
}
