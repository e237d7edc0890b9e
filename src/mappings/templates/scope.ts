import type { Finding } from '../../contract/finding';
import type { Language } from '../../contract/language';
import type { Role } from '../../contract/settings';
import { MarkdownText } from './markdown-text';

const markdownFields = ['description', 'remediation'] as const;

/** What a text is about, and in which language. */
export interface Scoped {
  readonly finding: Finding;
  readonly role: Role;
  readonly language: Language;
}

/** What templates see: the finding by the names of its fields, product, role and language. Of people only account ids. */
export function scopeOf({ finding, role, language }: Scoped): object {
  const { assignee, existing: _existing, ...fields } = finding;
  const texts = markdownFields.flatMap((name) => {
    const text = finding[name];
    return text === undefined ? [] : [[name, new MarkdownText(text)] as const];
  });
  return {
    finding: {
      ...fields,
      ...Object.fromEntries(texts),
      ...(assignee?.accountId === undefined ? {} : { assignee: { accountId: assignee.accountId } }),
    },
    product: finding.product,
    role,
    language,
  };
}
