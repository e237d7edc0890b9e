import { useId, useState } from 'react';
import Button from '@atlaskit/button/new';
import ChevronDown from '@atlaskit/icon/core/chevron-down';
import ChevronRight from '@atlaskit/icon/core/chevron-right';
import { useTexts } from '../../texts/texts';

/** Examples, each by the name of its meaning. */
const examples = [
  ['field', '{{ finding.title }}'],
  ['context', '{{ product }}, {{ role }}, {{ language }}'],
  ['only', '{% if finding.kev %} … {% endif %}'],
  ['label', '{{ finding.severity | severity_label }}'],
  ['date', '{{ finding.dueDate | date: "%d/%m/%Y" }}'],
  ['link', '{{ finding.url | link: "Open it" }}'],
  ['code', '{{ finding.location.file | code }}'],
  ['table', '{{ finding.assets | table: "Asset" }}'],
  ['truncate', '{{ finding.description | truncate: 500 }}'],
  ['facts', '{% facts %} CVE: {{ finding.cve }} {% endfacts %}'],
] as const;

/** What can stand in a template, one example each; behind a button. */
export function TemplateHelp() {
  const { help } = useTexts().templates;
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <Button
        appearance="subtle"
        spacing="compact"
        iconBefore={open ? ChevronDown : ChevronRight}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {help.title}
      </Button>
      <div id={id} hidden={!open}>
        {open && (
          <div className="sf-stack-tight">
            <p className="sf-subtle">{help.intro}</p>
            <dl className="sf-facts sf-template-help">
              {examples.map(([name, example]) => (
                <div key={name}>
                  <dt>
                    <code className="sf-code">{example}</code>
                  </dt>
                  <dd>{help.meanings[name]}</dd>
                </div>
              ))}
            </dl>
          </div>
        )}
      </div>
    </div>
  );
}
