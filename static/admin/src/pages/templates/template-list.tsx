import type { ReactNode } from 'react';
import Lozenge from '@atlaskit/lozenge';
import { isBuiltIn } from '#contract/settings';
import type { ListedTemplate } from '../../logic/template-list';
import { useTexts } from '../../texts/texts';
import { CardHead } from '../../parts/card-head';

interface TemplateListProps {
  readonly listed: readonly ListedTemplate[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly action: ReactNode;
}

/** The templates by their names; one of them is looked at. */
export function TemplateList({ listed, chosen, onChoose, action }: TemplateListProps) {
  const { templates: texts, common } = useTexts();
  return (
    <section className="sf-card sf-stack-tight" aria-label={texts.list}>
      <CardHead title={texts.list} action={action} />
      <ul className="sf-template-list">
        {listed.map(({ id, own }) => (
          <li key={id}>
            <button
              type="button"
              className="sf-template-choice"
              aria-current={id === chosen}
              onClick={() => onChoose(id)}
            >
              <span className="sf-grow">{isBuiltIn(id) ? common.kind[id] : own?.name}</span>
              {isBuiltIn(id) && own === undefined && <Lozenge>{texts.builtIn}</Lozenge>}
              {isBuiltIn(id) && own !== undefined && (
                <Lozenge appearance="inprogress">{texts.changed}</Lozenge>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
