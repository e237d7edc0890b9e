import { randomUUID } from 'node:crypto';
import type { Manifest } from './manifest';

/** Who this installation is. It survives a restart with the snapshot. */
export interface Identity {
  readonly appId: string;
  readonly appVersion: string;
  readonly environmentId: string;
  readonly cloudId: string;
  readonly installationId: string;
}

/** A new installation of the app on a site of its own. */
export function newIdentity(manifest: Manifest): Identity {
  return {
    appId: manifest.app.id.slice(manifest.app.id.lastIndexOf('/') + 1),
    appVersion: '1.0.0',
    environmentId: randomUUID(),
    cloudId: randomUUID(),
    installationId: randomUUID(),
  };
}

/** The ARI of the site, as in `context.installContext`. */
export function contextAri(identity: Identity): string {
  return `ari:cloud:jira::site/${identity.cloudId}`;
}

/** `context.installation` of every handler. */
export function installationOf(identity: Identity): object {
  return {
    ari: `ari:cloud:ecosystem::installation/${identity.installationId}`,
    contexts: [{ cloudId: identity.cloudId }],
  };
}
