/** Where a page of the app is, below its own address. */
export interface Place {
  readonly pathname: string;
  readonly search?: string;
  readonly hash?: string;
  readonly state?: unknown;
}

/** From a frame to the site. */
export type ToSite =
  | { readonly bridge: 'call'; readonly id: number; readonly command: string; readonly data: unknown }
  | { readonly bridge: 'size'; readonly height: number };

/** From the site to a frame. */
export type ToFrame =
  | { readonly bridge: 'answer'; readonly id: number; readonly result?: unknown; readonly error?: string }
  | { readonly bridge: 'callback'; readonly callback: string; readonly values: readonly unknown[] }
  | { readonly bridge: 'theme'; readonly colorMode: string; readonly theme: string };

/** What the server wrote into a frame's element. */
export interface FrameConfig {
  readonly token: string;
  readonly appOrigin: string;
  readonly routes?: string;
  readonly context: {
    readonly extension: Readonly<Record<string, unknown>>;
    readonly [name: string]: unknown;
  };
}
