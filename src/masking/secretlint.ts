/** The rules that secretlint recommends: a second pair of eyes, loaded when first needed because that takes a while. */
import type { Detector } from '../contract/masking';
import type { Span } from './find-secrets';

/**
 * What its rules find, in the app's own names. Those that are not named here are not heard: they would hide a whole
 * address where only the password in it is a secret.
 */
const rules: ReadonlyMap<string, Detector> = new Map([
  ['aws', 'aws-key'],
  ['gcp', 'google-key'],
  ['github', 'github-token'],
  ['npm', 'npm-token'],
  ['slack', 'slack-token'],
  ['sendgrid', 'sendgrid-key'],
  ['shopify', 'shopify-token'],
  ['openai', 'openai-key'],
  ['anthropic', 'anthropic-key'],
  ['linear', 'linear-key'],
  ['1password', 'onepassword-token'],
  ['privatekey', 'private-key'],
]);
const prefix = '@secretlint/secretlint-rule-';

type Lint = (text: string) => Promise<Span<Detector>[]>;
let loading: Promise<Lint> | undefined;

/** In one piece with the rest of the app, but not run before it is asked for. */
async function load(): Promise<Lint> {
  const [{ secretLintProfiler }, { lintSource }, { creator }] = await Promise.all([
    import(/* webpackMode: "eager" */ '@secretlint/profiler'),
    import(/* webpackMode: "eager" */ '@secretlint/core'),
    import(/* webpackMode: "eager" */ '@secretlint/secretlint-rule-preset-recommend'),
  ]);
  // It would keep some marks of every text for as long as the process lives, and look through all of them at each.
  secretLintProfiler.mark = () => undefined;
  const config = { rules: [{ id: 'recommended', rule: creator }] };
  return async (text) => {
    // A text must not be able to switch the rules off by a comment.
    const content = text.replaceAll('secretlint-', 'secretlint_');
    const source = { content, filePath: 'finding.txt', ext: '.txt', contentType: 'text' as const };
    const { messages } = await lintSource({ source, options: { config, noPhysicFilePath: true } });
    return messages.flatMap(({ ruleId, range: [start, end] }) => {
      const name = rules.get(ruleId.replace(prefix, ''));
      return name === undefined ? [] : [{ start, end, name }];
    });
  };
}

/** What secretlint finds, but for the kinds that are switched off. */
export async function lint(text: string, off: ReadonlySet<Detector>): Promise<Span<Detector>[]> {
  loading ??= load();
  const found = await (await loading)(text);
  return found.filter(({ name }) => !off.has(name));
}
