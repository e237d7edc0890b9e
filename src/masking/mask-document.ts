/** A scanner's report without secrets, before it is read: what reading shortens or escapes hides them from no pattern. */
import { countEach, type MaskedCounts, type Masking } from '../contract/masking';
import { isNamedSecret } from './detectors/values';
import { eachText, withTexts } from './each-text';
import { type Masked, maskedAmong } from './mask-texts';

/** What tells results apart is stored as a hash, and must stay what the tool said. */
const leftAlone = new Set([
  'fingerprints',
  'partialFingerprints',
  'guid',
  'correlationGuid',
  '$schema',
  'version',
]);

/** A copy of parsed JSON whose texts are masked; the document itself where nothing is in it. */
export async function maskDocument(
  document: unknown,
  masking: Masking,
): Promise<{ document: unknown; masked: MaskedCounts }> {
  if (!masking.enabled) return { document, masked: {} };
  const isHeard = !masking.off.includes('password');
  const texts = new Set<string>();
  const seen = { isNamed: false };
  eachText(document, leftAlone, (text, name) => {
    texts.add(text);
    seen.isNamed ||= isHeard && isNamedSecret(name, text);
  });
  const masked = await maskedAmong(texts, masking);
  if (masked.size === 0 && !seen.isNamed) return { document, masked: {} };
  const kinds: string[] = [];
  const shown = withTexts(document, leftAlone, (text, name) => {
    const secret = isHeard && isNamedSecret(name, text) ? namedSecret : masked.get(text);
    if (secret === undefined) return text;
    kinds.push(...secret.kinds);
    return secret.text;
  });
  return { document: shown, masked: countEach(kinds) };
}

/** A property whose name says that it is a secret. */
const namedSecret: Masked = { text: '[masked: password]', kinds: ['password'] };
