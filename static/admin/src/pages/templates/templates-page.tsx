import './templates.css';
import { useState } from 'react';
import Button from '@atlaskit/button/new';
import type { AdminOutputs } from '#contract/api';
import { isBuiltIn, type Template } from '#contract/settings';
import { useRoute } from '../../app/router';
import { useCall } from '../../hooks/use-call';
import type { Draft } from '../../hooks/use-draft';
import { splitPlace } from '../../logic/place';
import { listTemplates, newTemplateId, rulesUsing, withTemplate } from '../../logic/template-list';
import { ErrorMessage } from '../../parts/error-message';
import { CardSkeletons } from '../../parts/page-skeleton';
import { useTexts } from '../../texts/texts';
import { TemplateEditor } from './template-editor';
import { TemplateList } from './template-list';
import { TemplatePreview } from './template-preview';
import { DraftPage } from '../../parts/draft-page';

/** All but `templates` are only read here. */
const sections = ['templates', 'fields', 'spaces', 'rules'] as const;

/** What issues are called and what stands in them, with what it looks like beside it. */
export function TemplatesPage() {
  const { templates: texts } = useTexts();
  const offered = useCall('templates.offered', {});
  return (
    <DraftPage title={texts.title} intro={texts.intro} sections={sections} cards={2}>
      {(draft) => (
        <>
          {offered.state === 'failed' && <ErrorMessage error={offered.error} retry={offered.reload} />}
          {offered.state === 'loading' && <CardSkeletons count={2} />}
          {offered.value !== undefined && <Templates draft={draft} offered={offered.value} />}
        </>
      )}
    </DraftPage>
  );
}

interface TemplatesProps {
  readonly draft: Draft<(typeof sections)[number]>;
  readonly offered: AdminOutputs['templates.offered'];
}

function Templates({ draft, offered }: TemplatesProps) {
  const { templates: texts, common } = useTexts();
  const { templates, fields, spaces, rules } = draft.value;
  const [named = 'vulnerability'] = splitPlace(useRoute().path).place;
  const [chosen, setChosen] = useState(named);
  const [language, setLanguage] = useState(spaces.product.language);
  const listed = listTemplates(templates);
  const current = listed.find(({ id }) => id === chosen) ?? listed[0];
  if (current === undefined) return null;
  const { id, own } = current;
  const builtIn = offered.builtIn[language];
  const name = isBuiltIn(id) ? common.kind[id] : undefined;
  const shown: Template = own ?? { name: name ?? id, mode: fields.descriptionMode, ...builtIn };
  const put = (at: string, template: Template | undefined) =>
    draft.set('templates', (now) => withTemplate(now, at, template));
  const add = () => {
    const fresh = newTemplateId(texts.newName, Object.keys(templates));
    put(fresh, { name: texts.newName, mode: 'replace', ...builtIn });
    setChosen(fresh);
  };
  return (
    <div className="sf-templates">
      <div className="sf-stack">
        <TemplateList
          listed={listed}
          chosen={id}
          onChoose={setChosen}
          action={<Button onClick={add}>{texts.add}</Button>}
        />
        <TemplateEditor
          key={id}
          id={id}
          template={shown}
          own={own !== undefined}
          rules={rulesUsing(rules, id)}
          errors={draft.errors}
          onChange={(template) => put(id, template)}
        />
      </div>
      <TemplatePreview
        template={shown}
        kind={name === undefined ? undefined : id}
        findings={offered.findings}
        language={language}
        onLanguage={setLanguage}
      />
    </div>
  );
}
