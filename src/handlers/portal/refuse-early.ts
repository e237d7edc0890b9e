import { limits, tokenPath } from '../../contract/portal-api';
import { reportMedia } from '../../formats';
import { type PortalAnswer, problem } from './answer';
import type { PortalRequest } from './request';

/** What size and headers alone rule out, before anything is authenticated or parsed. */
export function refuseEarly(request: PortalRequest): PortalAnswer | undefined {
  const large = tooLarge(request);
  if (large !== undefined) return problem(413, large);
  const encoding = request.header('content-encoding');
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
    return problem(
      415,
      `Send the body uncompressed; Content-Encoding "${encoding.slice(0, 40)}" is not supported.`,
    );
  if (request.method !== 'POST') return undefined;
  const { media, utf8 } = contentType(request.header('content-type'));
  if (request.path === tokenPath)
    return utf8 && media === formMedia
      ? undefined
      : problem(415, `Send the token request with Content-Type: ${formMedia}.`);
  if (utf8 && (media === 'application/json' || media.endsWith('+json'))) return undefined;
  if (utf8 && reportPath.test(request.path) && reportMedia.has(media)) return undefined;
  return problem(415, 'Send JSON in UTF-8 with Content-Type: application/json.');
}

function tooLarge({ body, path, longestPart }: PortalRequest): string | undefined {
  if (longestPart > limits.headerBytes)
    return `Send an address and headers of at most ${String(limits.headerBytes)} bytes each.`;
  const bytes = Buffer.byteLength(body);
  if (path === tokenPath && bytes > limits.formBytes)
    return `Send a token request of at most ${String(limits.formBytes)} bytes.`;
  return bytes > limits.bodyBytes
    ? `Send at most ${String(limits.bodyBytes)} bytes a call; split the findings over several calls.`
    : undefined;
}

/** Some formats of reports are no JSON documents. */
const reportPath = /^\/v1\/products\/.+\/reports\/[^/]+$/;
const formMedia = 'application/x-www-form-urlencoded';

/** A call that names no type is taken for what its path expects. */
function contentType(header: string | undefined): { media: string; utf8: boolean } {
  const [media = '', ...parameters] = (header ?? 'application/json')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  return { media, utf8: charset === undefined || /^charset="?utf-?8"?$/.test(charset) };
}
