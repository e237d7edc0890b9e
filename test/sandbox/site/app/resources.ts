import type { Manifest } from '../../forge/manifest';

/** What the manifest says of a page of the app: `path` is a folder of built files, or the source of UI Kit. */
export interface Resource {
  readonly key: string;
  readonly path: string;
}

/** The resource of that name. */
export function resourceOf(manifest: Manifest, key: string): Resource | undefined {
  const { resources = [] } = manifest as unknown as { resources?: readonly Resource[] };
  return resources.find((one) => one.key === key);
}
