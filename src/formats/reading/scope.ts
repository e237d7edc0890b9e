/** What a report speaks for, as the text by which it is found again; empty if it says nothing. */
export function scopeText(told: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(told)
    .flatMap(([name, value]) => (value ? [`${name}=${value}`] : []))
    .join('\n');
}

/** The first image that has a name beside its digest; empty if none has. */
export function firstImage(names: readonly (string | undefined)[]): string {
  return names.find((name) => name !== undefined && name !== '' && !isDigest(name)) ?? '';
}

function isDigest(name: string): boolean {
  return /^(?:sha(?:256|512):)?[0-9a-f]{12,128}$/i.test(name.trim());
}

/** A repository without protocol, credentials, `.git` and a trailing slash: tools write one in many ways. */
export function repositoryName(uri: string): string {
  const plain = uri
    .trim()
    .replace(/^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^@/]*@)?/i, '')
    .replace(/^([^/:]+):(?!\d)/, '$1/')
    .replace(/(?:\.git)?\/*$/i, '');
  const [host = '', ...path] = plain.split('/');
  return [host.toLowerCase(), ...path].join('/').slice(0, 500);
}
