/** What is shown in place of a secret. */
const hidden = '…';
/** Shorter ones stand in any text by chance. */
const shortest = 4;

/** The text without these secrets, however they are written in it: as they are, in base64, or encoded for addresses. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= shortest)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
    .sort((one, other) => other.length - one.length)
    .reduce((shown, secret) => shown.replaceAll(secret, hidden), text);
}
