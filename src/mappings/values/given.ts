import type { FieldSource } from '../../contract/field-mapping';
import { ownValue } from '../../core/data/own-value';
import { type Subject, valuesOf } from '../../core/rules/subject';
import type { Failed, Rendered, Written } from '../templates/templates';
import type { Given } from './fitted';

/** Fields of findings whose texts are Markdown. */
const markdownFields = ['description', 'remediation'];

/** What a source gives for a finding. `render` makes the text of a template. */
export function givenBy(
  source: FieldSource,
  subject: Subject,
  render: (template: string) => Rendered | Written,
): Given | Failed {
  switch (source.kind) {
    case 'field':
      return { values: valuesOf(subject, source.name), markdown: markdownFields.includes(source.name) };
    case 'attribute':
      return { values: [ownValue(subject.finding.attributes, source.name) ?? []].flat(), markdown: false };
    case 'fixed':
      return { values: [source.value ?? []].flat(), markdown: true };
    case 'text': {
      const rendered = render(source.template);
      if (!rendered.ok) return rendered;
      return 'blocks' in rendered
        ? { values: [], markdown: true, blocks: rendered.blocks }
        : { values: [rendered.text], markdown: true };
    }
  }
}
