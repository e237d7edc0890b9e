import type { Finding } from '../../contract/finding';
import type { Role } from '../../contract/settings';
import { MarkdownText } from './markdown-text';

const markdownFields = ['description', 'remediation'] as const;

/** What templates see: the finding by the names of its fields, the product and the role. Of people only account ids. */
export function scopeOf({ finding, role }: { readonly finding: Finding; readonly role: Role }): object {
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
  };
}
