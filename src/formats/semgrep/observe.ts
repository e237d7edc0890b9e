import { plainToMarkdown } from '../markdown';
import { codeBlock } from '../reading/code-block';
import { filePath } from '../reading/file-path';
import { moreLinks } from '../reading/links';
import type { Observation } from '../reading/observation';
import { firstSentence } from '../reading/summary';
import { oneLine } from '../text';
import type { Result } from './report';

/** What stands in place of values that only signed-in users get. */
const withheld = 'requires login';
/** What stands where a rule is not about secrets. */
const noValidator = 'NO_VALIDATOR';
/** The older names of severities; the newer ones are everybody's. */
const severities: ReadonlyMap<string, string> = new Map([
  ['ERROR', 'high'],
  ['WARNING', 'medium'],
  ['INFO', 'low'],
]);
const mostTexts = 100;
const longestText = 2_049;

/** One finding of a result. */
export function observe(result: Result, part: number): Observation[] {
  const { check_id: rule, path, start, extra = {} } = result;
  const { message = '', metadata = {}, severity = '', lines } = extra;
  const found = extra.sca_info?.dependency_match?.found_dependency;
  const told = (name: string) => textsOf(metadata, name);
  return [
    {
      part,
      prints: [['fingerprint', given(extra.fingerprint)]],
      rule,
      place: {
        file: filePath(found?.lockfile_path ?? path),
        line: start?.line,
        column: start?.col,
        ...(found?.package && { package: { name: found.package, version: found.version } }),
      },
      telling: { code: given(lines), message },
      headline: firstSentence(message) || shortName(rule),
      severity: severities.get(severity.trim().toUpperCase()) ?? severity,
      // A comment in the source tells the tool to pass over it.
      ...(extra.is_ignored === true && { status: 'rejected' as const }),
      description: [plainToMarkdown(message), codeOf(result)],
      remediation: [
        fixOf(extra.fix),
        moreLinks([...told('shortlink'), ...told('source'), ...told('references')]),
      ],
      cve: [...told('cve'), ...told('sca-vuln-database-identifier'), rule],
      cwe: told('cwe'),
      tags: [...told('category'), ...told('vulnerability_class'), ...told('owasp')],
      attributes: {
        confidence: told('confidence')[0],
        likelihood: told('likelihood')[0],
        impact: told('impact')[0],
        validation: extra.validation_state === noValidator ? undefined : extra.validation_state,
        reachable: extra.sca_info?.reachable?.toString(),
        installedVersion: found?.version,
      },
    },
  ];
}

/** The code of a secret is the secret. Whether one is in force is only told of secrets. */
function codeOf({ check_id: rule, extra = {} }: Result): string {
  const isSecret = /secret/i.test(rule) || (extra.validation_state ?? noValidator) !== noValidator;
  return isSecret ? '' : codeBlock(given(extra.lines));
}

function given(text: string | undefined): string | undefined {
  return text?.trim() === withheld ? undefined : text;
}

/** The last part of a rule's path, in words. */
function shortName(rule: string): string {
  return rule.slice(rule.lastIndexOf('.') + 1).replaceAll('-', ' ');
}

function fixOf(fix: string | undefined): string {
  const text = fix?.trim() ?? '';
  return text === '' || text.length > longestText || text.includes('```')
    ? ''
    : `Suggested change:\n\n\`\`\`\n${text}\n\`\`\``;
}

/** What the rule's author noted under a name: one text or several. */
function textsOf(metadata: Readonly<Record<string, unknown>>, name: string): string[] {
  const value = Object.hasOwn(metadata, name) ? metadata[name] : undefined;
  const all: readonly unknown[] = Array.isArray(value) ? value.slice(0, mostTexts) : [value];
  return all.flatMap((one) => (typeof one === 'string' ? [oneLine(one.slice(0, longestText))] : []));
}
