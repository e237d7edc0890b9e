import type { en } from './en';

type English = typeof en;

/** What the texts of the page are parted into: what all pages share, one for each page, and some of large dialogs. */
export type Section = keyof English;

/** Every text of the page; each language is complete, or it does not compile. */
export type Texts = { readonly [Of in Section]: Awaited<ReturnType<English[Of]>> };

/** A language by section, each fetched when it is first needed. */
export type Sections = { readonly [Of in Section]: () => Promise<Texts[Of]> };
