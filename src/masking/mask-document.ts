/** A scanner's report without secrets, before it is read: what reading shortens or escapes hides them from no pattern. */
import { countEach, type MaskedCounts, type Masking } from '../contract/masking';
import { isNamedSecret } from './detectors/values';
import { type Masked, maskTexts } from './mask-texts';

/** What tells results apart is stored as a hash, and must stay what the tool said. */
const leftAlone = new Set([
  'fingerprints',
  'partialFingerprints',
  'guid',
  'correlationGuid',
  '$schema',
  'version',
]);
/** Deeper than that no report is read either. */
const deepest = 100;

/** A copy of parsed JSON whose texts are masked; the document itself where nothing is in it. */
export async function maskDocument(
  document: unknown,
  masking: Masking,
): Promise<{ document: unknown; masked: MaskedCounts }> {
  if (!masking.enabled) return { document, masked: {} };
  const isHeard = !masking.off.includes('password');
  const texts: string[] = [];
  visit(document, (text) => {
    texts.push(text);
    return text;
  });
  const mask = await maskTexts(texts, masking);
  const kinds: string[] = [];
  const shown = visit(document, (text, name) => {
    const masked = isHeard && isNamedSecret(name, text) ? namedSecret : mask(text);
    kinds.push(...masked.kinds);
    return masked.text;
  });
  return { document: kinds.length > 0 ? shown : document, masked: countEach(kinds) };
}

/** A property whose name says that it is a secret. */
const namedSecret: Masked = { text: '[masked: password]', kinds: ['password'] };

/** Every text with the name of its property; what it becomes stands in the copy. */
function visit(value: unknown, say: (text: string, name: string) => string, name = '', depth = 0): unknown {
  if (typeof value === 'string') return say(value, name);
  if (typeof value !== 'object' || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return value.map((one) => visit(one, say, name, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      leftAlone.has(key) ? one : visit(one, say, key, depth + 1),
    ]),
  );
}
