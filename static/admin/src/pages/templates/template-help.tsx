import { useId, useState } from 'react';
import Button from '@atlaskit/button/new';
import ChevronDown from '@atlaskit/icon/core/chevron-down';
import ChevronRight from '@atlaskit/icon/core/chevron-right';
import { useTexts } from '../../texts/texts';

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
              {help.examples.map(([example, meaning]) => (
                <div key={example}>
                  <dt>
                    <code className="sf-code">{example}</code>
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </div>
        )}
      </div>
    </div>
  );
}
