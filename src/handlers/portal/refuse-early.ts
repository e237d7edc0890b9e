import { limits } from '../../contract/portal-api';
import { type PortalAnswer, problem } from './answer';
import type { PortalRequest } from './request';

/** What size and headers alone rule out, before anything is authenticated or parsed. */
export function refuseEarly(request: PortalRequest): PortalAnswer | undefined {
  if (Buffer.byteLength(request.body) > limits.bodyBytes)
    return problem(
      413,
      `Send at most ${String(limits.bodyBytes)} bytes a call; split the findings over several calls.`,
    );
  const encoding = request.header('content-encoding');
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
    return problem(
      415,
      `Send the body uncompressed; Content-Encoding "${encoding.slice(0, 40)}" is not supported.`,
    );
  if (request.method === 'POST' && !isJson(request.header('content-type')))
    return problem(415, 'Send JSON in UTF-8 with Content-Type: application/json.');
  return undefined;
}

function isJson(type: string | undefined): boolean {
  if (type === undefined) return true;
  const [media = '', ...parameters] = type
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  const utf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  return utf8 && (media === 'application/json' || media.endsWith('+json'));
}
