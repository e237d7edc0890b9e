import { webAddress } from '../text';

const mostLinks = 5;

/** Addresses of the web as Markdown, each once; empty where there is none. */
export function moreLinks(addresses: readonly (string | undefined)[]): string {
  const known = addresses.slice(0, mostLinks * 4).flatMap((address) => webAddress(address) ?? []);
  const links = [...new Set(known)].slice(0, mostLinks).map((address) => `<${address}>`);
  if (links.length < 2) return links.length === 0 ? '' : `More about it: ${links.join('')}`;
  return ['More about it:\n', ...links.map((link) => `- ${link}`)].join('\n');
}
