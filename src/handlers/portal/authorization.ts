/** The Authorization header. */

/** What follows the scheme, whose name may be written in any case; undefined for another scheme. */
export function credentialsOf(header: string | undefined, scheme: string): string | undefined {
  const [name = '', ...rest] = (header ?? '').trim().split(/ +/);
  return name.toLowerCase() === scheme && rest.length === 1 ? rest[0] : undefined;
}

/** User name and password of a Basic header (RFC 7617): everything after the first colon is the password. */
export function basicPair(header: string | undefined): { user: string; password: string } | undefined {
  const encoded = credentialsOf(header, 'basic');
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { user: text.slice(0, colon), password: text.slice(colon + 1) };
}
