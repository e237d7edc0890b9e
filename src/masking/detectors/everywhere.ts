/** Secrets that no service's mark gives away, but their place does: headers, addresses, settings. */
import type { Pattern } from './detector';
import { isReference, isSecretValue, secretNames } from './values';

/** What stands between the name of a setting and its value, in any usual notation. */
const assigned = '\\\\{0,8}["\'`]?\\]?[ \\t]{0,3}(?:=>|:=|[=:])[ \\t]{0,3}\\\\{0,8}["\'`]?';

export const everywhere: readonly Pattern[] = [
  {
    name: 'jwt',
    regex: /(?<![\w-])eyJ[\w-]{8,4000}\.[\w-]{8,8000}\.[\w-]{0,2000}/g,
  },
  {
    name: 'authorization',
    regex: new RegExp(
      `\\b(?:proxy-)?authorization${assigned}(?:(?:bearer|basic|token|apikey|digest|negotiate|key)[ \\t]{1,3})?([^\\s"'\`,;\\0]{6,4000})`,
      'gi',
    ),
    judge: ([, value = '']) =>
      !isReference(value) && !/^(?:bearer|basic|token|digest|headers?|required|missing)\b/i.test(value),
  },
  {
    name: 'authorization',
    regex: /\b(?:bearer|basic)[ \t]{1,3}([A-Za-z0-9._~+/-]{16,4000}={0,2})/gi,
    judge: ([, value = '']) => /\d/.test(value) && /[a-z]/i.test(value) && !isReference(value),
  },
  {
    name: 'session-cookie',
    regex:
      /\b(?:PHPSESSID|JSESSIONID|ASP\.NET_SessionId|connect\.sid|laravel_session|session(?:_?id)?|sid)=([A-Za-z0-9%._~+/-]{16,400})/gi,
    judge: ([, value = '']) => /\d/.test(value) && !isReference(value),
  },
  {
    name: 'url-password',
    regex: /:\/\/[^\s:/@"'<>\0]{0,100}:([^\s/@"'<>\0]{1,256})@(?=[A-Za-z0-9[])/g,
    judge: ([, value = '']) => !isReference(value),
  },
  {
    name: 'url-token',
    regex:
      /[?&#;](?:access_?token|id_?token|refresh_?token|auth_?token|token|api_?key|apikey|key|signature|x-amz-(?:signature|security-token)|x-goog-signature|client_?secret|secret|password|passwd|pwd|auth|session_?id)=([^\s&#"'<>)\]\0]{6,4000})/gi,
    judge: ([, value = '']) => !isReference(value) && (/\d/.test(value) || value.length >= 20),
  },
  {
    name: 'connection-string',
    regex: /;[ \t]{0,3}(?:password|pwd)[ \t]{0,2}=[ \t]{0,2}([^\s;"'\0]{2,128})/gi,
    judge: ([, value = '']) => !isReference(value),
  },
  {
    name: 'password',
    regex: new RegExp(
      `(?:${secretNames})\\\\{0,8}["'\`]?\\]?([ \\t]{0,3}(?:=>|:=|={1,3}|:)[ \\t]{0,3})(?:\\\\{0,8}(["'\`])([^"'\`\\n\\0]{4,400}?)(?=\\\\{0,8}\\2)|([^\\s"'\`,;&|<>\\\\\\0]{6,400}))`,
      'gi',
    ),
    judge: ([name, sign, , quoted, bare]) =>
      isSecretValue({
        name,
        value: quoted ?? bare ?? '',
        isQuoted: quoted !== undefined,
        isTight: sign === '=',
      }),
  },
  {
    name: 'password',
    regex:
      /[ \t"']--?(?:password|passwd|pwd|token|secret|api-?key|client-secret|access-key)[ \t=]{1,3}["']?([^\s"'`\0]{6,400})/gi,
    judge: ([, value = '']) => !isReference(value) && /[\d!$%^&*#@]/.test(value),
  },
  {
    name: 'password',
    regex: /<(?:[\w.-]{0,30})(?:password|passwd|secret|apikey|token)>([^<>\n\0]{4,400})<\//gi,
    judge: ([, value = '']) => !isReference(value) && !/\s/.test(value),
  },
  {
    name: 'password',
    regex:
      /"name"[ \t]{0,3}:[ \t]{0,3}"[\w.-]{0,60}(?:password|passwd|secret|token|api_?key|access_?key)"[ \t]{0,3},[ \t\r\n]{0,40}"value"[ \t]{0,3}:[ \t]{0,3}"([^"\n\0]{4,400})"/gi,
    judge: ([, value = '']) => !isReference(value),
  },
  {
    name: 'password',
    regex: /\bcurl[ \t][^\n\0]{0,60}?(?:-u|--user)[ \t]{1,3}["']?[^\s:"'\0]{1,100}:([^\s"'\0]{3,200})/g,
    judge: ([, value = '']) => !isReference(value),
  },
];
