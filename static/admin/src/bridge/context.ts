import { view } from '@forge/bridge';

/** What the page needs to know about where it runs. */
export interface PageContext {
  readonly locale: string;
  readonly timezone: string;
  readonly siteUrl: string;
  readonly environmentId: string;
  /** The identifier of this module; it holds the app's id. */
  readonly localId: string;
}

/** Reads the context; a language with an underscore ("de_DE") becomes one that the browser knows ("de-DE"). */
export async function readContext(): Promise<PageContext> {
  const context = await view.getContext();
  return {
    locale: browserLocale(context.locale),
    timezone: context.timezone,
    siteUrl: context.siteUrl,
    environmentId: context.environmentId,
    localId: context.localId,
  };
}

function browserLocale(locale: string | undefined): string {
  const wanted = (locale ?? 'en').replaceAll('_', '-');
  try {
    return Intl.getCanonicalLocales(wanted)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
