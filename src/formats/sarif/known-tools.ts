/** What is known of a tool that gives no fingerprints: where its messages name things, and what in them moves. */
interface KnownTool {
  readonly name: RegExp;
  /** The package that a message names: part of the place. */
  readonly package?: RegExp;
  /** All of the message that tells two results of one rule and place apart. */
  readonly words?: RegExp;
  /** What changes from run to run though the finding is the same. */
  readonly moving?: RegExp;
}

const knownTools: readonly KnownTool[] = [
  { name: /^trivy\b/i, package: /^Package: (.+)$/m, words: /^Installed Version: (.+)$/m },
  { name: /\bscorecard\b/i, moving: /\bscore is -?\d+(?:\.\d+)?:?/gi },
];

/** Lines of many tools that tell what an advisory says today. */
const movingLines = /^[ \t]*(?:severity|fixed version|(?:cvss )?score|cvss)[ \t]*:.*$/gim;

/** Tools that name themselves by version or plan, under the name that stays: another one would be another tool. */
const otherNames: readonly (readonly [name: RegExp, steady: string])[] = [
  [/^semgrep(?: (?:oss|pro|code))?$/i, 'Semgrep'],
  [/^codeql(?: command-line toolchain)?$/i, 'CodeQL'],
];

/** The name of a tool as it stays from version to version. */
export function steadyTool(name: string): string {
  return otherNames.find(([other]) => other.test(name))?.[1] ?? name;
}

/** The package that a result is about, by its message; empty if its tool names none there. */
export function packageOf(tool: string, message: string): string {
  return firstGroup(knownTools.find(({ name }) => name.test(tool))?.package, message);
}

/** The words of a message that may tell two results apart, without what moves. */
export function steadyWords(tool: string, message: string): string {
  const known = knownTools.find(({ name }) => name.test(tool));
  const words = firstGroup(known?.words, message);
  if (words !== '') return words;
  return message.replace(movingLines, '').replace(known?.moving ?? /$^/, '');
}

function firstGroup(pattern: RegExp | undefined, text: string): string {
  return pattern?.exec(text)?.[1]?.trim() ?? '';
}
