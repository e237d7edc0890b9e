/** The parts of `permissions` in manifest.yml that shape the policy. */
export interface PolicyPermissions {
  readonly content?: { readonly styles?: readonly string[]; readonly scripts?: readonly string[] };
  readonly external?: {
    readonly images?: readonly Address[];
    readonly media?: readonly Address[];
    readonly scripts?: readonly Address[];
    readonly styles?: readonly Address[];
    readonly fonts?: readonly Address[];
    readonly frames?: readonly Address[];
    readonly fetch?: { readonly client?: readonly Address[] };
  };
}

type Address = string | { readonly address?: string };

const CDN = 'https://forge.cdn.prod.atlassian-dev.net';
const OBJECTS = 'https://tdp-os.services.atlassian.com';
const DOWNLOADS = [
  `${OBJECTS}/fos-eap/download/`,
  `${OBJECTS}/fos/app/download/`,
  `${OBJECTS}/fos/cdn/download/`,
  'https://object-store.atlassian.com/os/ecosystem/installation/',
];
const MEDIA = 'https://api.media.atlassian.com';
const SANDBOX =
  'allow-popups allow-popups-to-escape-sandbox allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts';

/**
 * The policy under which Forge serves a page of an app in production, for these permissions. Only the site that may
 * frame the page differs: here it is the sandbox's own, and nobody else; violations are not reported anywhere.
 */
export function contentSecurityPolicy(permissions: PolicyPermissions, siteOrigin: string): string {
  const { content, external } = permissions;
  const styles = (content?.styles ?? []).filter((style) => style === 'unsafe-inline').map(quoted);
  const scripts = (content?.scripts ?? []).map((script) => (script === 'blob:' ? script : quoted(script)));
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'self'", ...DOWNLOADS],
    'frame-ancestors': [siteOrigin],
    'frame-src': ["'self'", MEDIA, ...hosts(external?.frames), ...DOWNLOADS],
    'font-src': ["'self'", ...DOWNLOADS, ...hosts(external?.fonts)],
    'img-src': ["'self'", 'data:', 'blob:', ...IMAGES, ...hosts(external?.images)],
    'media-src': ["'self'", 'data:', 'blob:', MEDIA, ...hosts(external?.media), ...DOWNLOADS],
    'connect-src': ["'self'", ...CONNECTIONS, CDN, ...hosts(external?.fetch?.client)],
    'script-src': ["'self'", CDN, ...DOWNLOADS, ...scripts, ...hosts(external?.scripts)],
    'style-src': ["'self'", CDN, ...DOWNLOADS, ...styles, ...hosts(external?.styles)],
    'form-action': ["'self'"],
    sandbox: [SANDBOX],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

const AVATARS = 'avatar-management--avatars.us-west-2.prod.public.atl-paas.net';

const IMAGES = [
  'https://secure.gravatar.com',
  'https://images.unsplash.com',
  `https://${AVATARS}`,
  `https://*.wp.com/${AVATARS}/`,
  'https://api.atlassian.com',
  MEDIA,
  'https://pf-emoji-service.prod-east.frontend.public.atl-paas.net',
  'https://pf-reactions-service.prod-east.frontend.public.atl-paas.net',
  'https://assets-media.atlassian.com',
  'https://teams-directory-frontend.prod-east.frontend.public.atl-paas.net/assets/',
  'https://teams-directory-frontend.prod-east.frontend.public.atl-paas.net/assets/gradients/',
  ...DOWNLOADS,
];

const CONNECTIONS = [
  'https://api.atlassian.com/metal/ingest',
  'https://api.atlassian.com/gateway/api/emoji/',
  'https://api.atlassian.com/gateway/api/elements/emoji',
  MEDIA,
  'https://as.atlassian.com',
  'https://forge-outbound-proxy.services.atlassian.com',
  ...DOWNLOADS,
  `${OBJECTS}/fos-eap/upload/`,
  `${OBJECTS}/fos/app/upload/`,
  `${OBJECTS}/fos/cdn/upload/`,
];

function quoted(source: string): string {
  return `'${source}'`;
}

function hosts(addresses: readonly Address[] = []): string[] {
  return addresses.flatMap((entry) => (typeof entry === 'string' ? entry : (entry.address ?? [])));
}
