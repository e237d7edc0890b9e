/** Findings as a portal holds them: about 1 kB of JSON each, the same for the same number. */
import { limits } from '../../src/contract/portal-api';

/** A finding as it goes over the wire. */
export type WireFinding = Readonly<Record<string, unknown>> & { readonly id: string };

const severities = ['critical', 'high', 'medium', 'low'];
const weaknesses = [
  'SQL injection',
  'Cross-site scripting',
  'Path traversal',
  'Open redirect',
  'Weak cipher',
];
const ruleCount = 60;
const words = [
  'account address answer argument array attacker basket branch browser buffer builds cache caller cart',
  'certificate checks cipher clause client column command comparison condition cookie customer database decoder',
  'document domain encoder entity escapes event expression external field file filter follows folder form format',
  'frame gateway handler hash header host identifier image includes index input invoice key language length letter',
  'library limit lock log loop mail mapping memory message method module name number object offset order origin',
  'output owner packet page parameter parser password path pattern payment policy pool port prefix process product',
  'profile property protocol proxy query queue range reads record redirect reference region registry rejects render',
  'request resource response role route row rule schema scope search secret segment sends server service session',
  'signature socket source statement storage stream string table target template tenant thread token trusts upload',
  'user value variable vendor version view visitor window worker writes without before after unless never always',
]
  .join(' ')
  .split(' ');

/** The finding with this number; `over` replaces fields. Texts repeat as rules of a scanner do, places do not. */
export function buildFinding(number: number, over: Readonly<Record<string, unknown>> = {}): WireFinding {
  const rule = number % ruleCount;
  const random = randomFrom(number + 1000);
  const word = () => pick(words, random);
  const weakness = weaknesses[rule % weaknesses.length] ?? '';
  const file = `src/${word()}/${word()}/${word()}-${word()}.ts`;
  const line = 1 + Math.floor(random() * 900);
  return {
    id: `scan-${String(number).padStart(6, '0')}`,
    product: 'web-shop',
    title: `${weakness} in ${file}`,
    severity: pick(severities, random),
    status: 'verified',
    kind: 'vulnerability',
    description: `${sentences(rule, 2)}\n\nThe \`${word()}\` of \`${word()}\` reaches **line ${String(line)}** by way of \`${word()}\` and \`${word()}\`.`,
    remediation: sentences(rule + ruleCount, 1),
    url: `https://portal.example/findings/${String(number)}`,
    cve: [`CVE-2026-${String(10_000 + number)}`],
    cwe: [`CWE-${String(70 + rule)}`],
    cvss: { vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:L/A:N', score: Math.round(random() * 100) / 10 },
    epss: Math.round(random() * 10_000) / 10_000,
    tool: 'Static analysis',
    location: { file, line, component: word(), branch: 'main' },
    tags: ['web', word()],
    firstSeen: '2026-01-10T08:00:00Z',
    lastSeen: '2026-01-15T08:00:00Z',
    ...over,
  };
}

function sentences(seed: number, count: number): string {
  const random = randomFrom(seed);
  const sentence = () => Array.from({ length: 16 }, () => pick(words, random)).join(' ');
  return Array.from({ length: count }, () => `The ${sentence()}.`).join(' ');
}

function pick(list: readonly string[], random: () => number): string {
  return list[Math.floor(random() * list.length)] ?? '';
}

/** Numbers from 0 to 1, the same for the same seed (a linear congruential generator; the first few are alike). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  for (let skipped = 0; skipped < 4; skipped += 1) next();
  return next;
}

/** Findings from number 0 on. */
export function buildFindings(count: number, over: Readonly<Record<string, unknown>> = {}): WireFinding[] {
  return Array.from({ length: count }, (_, number) => buildFinding(number, over));
}

/** Bodies as a portal would send them: as many findings in each as the limits of the API allow. */
export function bodiesOf(findings: readonly WireFinding[]): string[] {
  const bodies: string[] = [];
  let portion: string[] = [];
  let bytes = 0;
  for (const finding of findings) {
    const text = JSON.stringify(finding);
    const size = Buffer.byteLength(text) + 1;
    if (portion.length >= limits.findings || bytes + size > limits.bodyBytes - 100) {
      bodies.push(bodyOf(portion));
      portion = [];
      bytes = 0;
    }
    portion.push(text);
    bytes += size;
  }
  return portion.length > 0 ? [...bodies, bodyOf(portion)] : bodies;
}

function bodyOf(portion: readonly string[]): string {
  return `{"findings":[${portion.join(',')}]}`;
}
