/** Whether a value that is given to a setting with a telling name is a secret, or a name, a placeholder, a piece of code. */

/** Names of settings that hold a secret, as they end. */
export const secretNames =
  'pass(?:word|wd|phrase|code)|pwd|(?<=[_-])pass|secret|(?:secret|api|access|auth|account|private|signing|encryption|master|admin|service|client|license|shared|storage)[_ -]?key|apikey|token|(?:client|app|consumer|webhook|shared)[_ -]?secret|credentials?';

/** What stands for a value that lies elsewhere, or that somebody has masked already. */
const references =
  /^(?:\[masked|%5Bmasked|masked-|\[?redacted|<|\$\{|\$\(|\$[A-Z_]{2,}|\{\{|\{[\w.]+\}|%[A-Z_(]|%\w+%|#\{|@\{|!\{|arn:|ref\+|vault:|op:\/\/|env[.:]|process\.env|os\.(?:environ|getenv)|getenv|System\.|secrets?\.|var\.|local\.|data\.|self\.|this\.|https?:\/\/|\.{0,2}\/|sha\d{1,3}[:-]|(?:CVE|CWE|GHSA)-)|\*{3}|x{6}|\.\.\.|…/i;

const empty =
  /^(?:null|nil|none|true|false|undefined|string|str|text|number|int|bool(?:ean)?|bytes?|object|any|required|optional|missing|empty|unknown|unset|example|default|secret|token|password|passwd|value|field|input|string;|yes|no)[.;:!?]?$/i;

/** Whether a value only refers to a secret, or stands in for one. */
export function isReference(value: string): boolean {
  return references.test(value) || empty.test(value);
}

interface Given {
  /** Ends with, or holds, the setting's name. */
  readonly name: string;
  readonly value: string;
  readonly isQuoted: boolean;
  /** `name=value`, as in an environment or an address. */
  readonly isTight?: boolean;
}

const isPasswordName = /^(?:pass|pwd)/i;

/** Whether it is one, as far as its looks tell. */
export function isSecretValue({ name, value, isQuoted, isTight = false }: Given): boolean {
  if (isReference(value) || /^\d{1,5}$|^\d+(?:\.\d+)+$/.test(value) || /^[^\p{L}\p{N}]+$/u.test(value))
    return false;
  if (isQuoted) return !/\s/.test(value) && (isPasswordName.test(name) || !isPlainName(value));
  if (isCode(value)) return false;
  const hasDigit = /\d/.test(value);
  const hasLetter = /\p{L}/u.test(value);
  if (hasDigit && (hasLetter || value.length >= 12)) return true;
  if (isTight && isPasswordName.test(name))
    return value.length >= 6 && !/pass|pwd|user|input|config|param|request/i.test(value);
  return hasLetter && /[!@#$%^&*+~?]\p{L}|\p{L}[@#$%^&*+~]\p{L}/u.test(value);
}

/** The name of a thing, as a secret of Kubernetes or the field of a form has one. */
function isPlainName(value: string): boolean {
  return /^[a-z]+(?:[ _.:/-]?[a-z]+)*$/i.test(value) && value.length < 40;
}

/** A call, a member, an index: the value is computed. */
function isCode(value: string): boolean {
  return /^[A-Za-z_$][\w$]*(?:\(|\[|\.[A-Za-z_$]|->|::|\?\.)/.test(value) || /^[({[]/.test(value);
}

const secretName = new RegExp(`(?:${secretNames})$`, 'i');

/** Whether a value under this name is a secret by the name alone, as of an attribute. */
export function isNamedSecret(name: string, value: string): boolean {
  return (
    value.length >= 4 && secretName.test(name) && isSecretValue({ name: nameOf(name), value, isQuoted: true })
  );
}

function nameOf(name: string): string {
  return secretName.exec(name)?.[0] ?? name;
}
