import type { Log, ReportingDescriptor, Result } from 'sarif';

export interface SarifSize {
  /** The same seed gives the same report. */
  readonly seed: number;
  readonly results: number;
  /** Size of the whole report as JSON without white space; reached by longer messages. */
  readonly bytes?: number;
  /** Moves every result down by so many lines, as an edit at the top of each file does. */
  readonly lineShift?: number;
}

const words =
  'input query path token user request header value buffer session order parser cache reads writes passes builds trusts without checking before after where every caller database command template'.split(
    ' ',
  );
const levels = ['error', 'warning', 'note'] as const;

/** A report as a static analysis tool writes it, of any size, for tests and benchmarks. */
export function buildSarif({ seed, results, bytes = 0, lineShift = 0 }: SarifSize): Log {
  const random = randomFrom(seed);
  const rules = Array.from({ length: 40 }, (_, index) => ruleOf(index, random));
  const bare = Array.from({ length: results }, (_, index) => resultOf(index, rules, random, lineShift));
  const log = logOf(rules, bare);
  const missing = bytes - JSON.stringify(log).length;
  if (missing <= 0) return log;
  const each = Math.ceil(missing / results);
  return logOf(
    rules,
    bare.map((result) => ({
      ...result,
      message: { text: `${result.message.text ?? ''} ${prose(each - 1, random)}` },
    })),
  );
}

function logOf(rules: ReportingDescriptor[], results: Result[]): Log {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Built Scanner', version: '1.0.0', rules } }, results }],
  };
}

function ruleOf(index: number, random: () => number): ReportingDescriptor {
  const id = `built/rule-${String(index)}`;
  return {
    id,
    shortDescription: { text: sentence(6, random) },
    fullDescription: { text: sentence(20, random) },
    help: {
      text: sentence(30, random),
      markdown: `**${sentence(4, random)}**\n\n- ${sentence(8, random)}\n- ${sentence(8, random)}`,
    },
    helpUri: `https://rules.example/${id}`,
    defaultConfiguration: { level: levels[index % levels.length] ?? 'warning' },
    properties: {
      tags: ['security', `external/cwe/cwe-${String(70 + index)}`],
      ...(index % 2 === 0 && { 'security-severity': (random() * 10).toFixed(1) }),
    },
  };
}

function resultOf(
  index: number,
  rules: readonly ReportingDescriptor[],
  random: () => number,
  lineShift: number,
): Result {
  const ruleIndex = Math.floor(random() * rules.length);
  const file = `src/module-${String(Math.floor(random() * 60))}/file-${String(Math.floor(random() * 8))}.js`;
  return {
    ruleId: rules[ruleIndex]?.id,
    ruleIndex,
    message: { text: sentence(12, random) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file, uriBaseId: '%SRCROOT%' },
          region: { startLine: index + 1 + lineShift, startColumn: 1 + Math.floor(random() * 80) },
        },
      },
    ],
  };
}

function sentence(count: number, random: () => number): string {
  const text = Array.from({ length: count }, () => words[Math.floor(random() * words.length)] ?? '').join(
    ' ',
  );
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function prose(length: number, random: () => number): string {
  let text = '';
  while (text.length < length) text += `${sentence(12, random)} `;
  return text.slice(0, length);
}

/** Numbers from 0 to 1 by the mulberry32 generator. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
