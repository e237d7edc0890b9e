import { isolated } from '../../../../shared/isolated';
import { useState } from 'react';
import { type Language, languages, type Template } from '#contract/settings';
import type { OfferedFinding } from '#contract/template-calls';
import { useCall } from '../../hooks/use-call';
import { useSettled } from '../../hooks/use-settled';
import { Adf, type AdfNode } from '../../parts/adf';
import { ErrorMessage } from '../../parts/error-message';
import { Field } from '../../parts/field';
import { LineSkeletons } from '../../parts/page-skeleton';
import { Picker } from '../../parts/picker';
import { useSay, useTexts } from '../../texts/texts';
import { CardHead } from '../../parts/card-head';

const pauseMs = 400;

interface TemplatePreviewProps {
  readonly template: Template;
  /** Of whose findings one is looked at first; absent: of any. */
  readonly kind: string | undefined;
  readonly findings: readonly OfferedFinding[];
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/** The issue that the template would make of a finding, as Jira shows it; the server writes it as it writes real ones. */
export function TemplatePreview({ template, kind, findings, language, onLanguage }: TemplatePreviewProps) {
  const { templates: texts } = useTexts();
  const [chosen, setChosen] = useState<string>();
  const fitting = findings.find((one) => one.kind === kind) ?? findings[0];
  const finding = findings.find(({ key }) => key === chosen) ?? fitting;
  const { summary, description, mode } = template;
  const asked = useSettled(
    JSON.stringify({ template: { summary, description, mode }, language, finding: finding?.key }),
    pauseMs,
  );
  return (
    <section className="sf-card sf-stack sf-template-preview" aria-label={texts.preview}>
      <CardHead title={texts.preview} />
      {findings.length === 0 ? (
        <p className="sf-subtle">{texts.example}</p>
      ) : (
        <Field id="template-finding" label={texts.finding}>
          <Picker
            id="template-finding"
            isCompact
            choices={findings.map(({ key, id, title }) => ({
              id: key,
              name: nameOf({ id, title }),
            }))}
            value={finding && { id: finding.key, name: nameOf(finding) }}
            onChange={(choice) => setChosen(choice?.id)}
          />
        </Field>
      )}
      <Field id="template-language" label={texts.language} help={texts.languageHelp}>
        <Picker
          id="template-language"
          isCompact
          choices={languages.map((id) => ({ id, name: texts.languages[id] }))}
          value={{ id: language, name: texts.languages[language] }}
          onChange={(choice) => onLanguage(languages.find((one) => one === choice?.id) ?? 'en')}
        />
      </Field>
      <Shown asked={asked} />
    </section>
  );
}

/** Its title, which says more than its id. */
function nameOf({ id, title }: Pick<OfferedFinding, 'id' | 'title'>): string {
  return `${isolated(title)} (${isolated(id)})`;
}

/** What the server answered last stays until it answers anew. */
function Shown({ asked }: { asked: string }) {
  const { templates: texts } = useTexts();
  const say = useSay();
  const input = JSON.parse(asked) as Parameters<typeof useCall<'templates.preview'>>[1];
  const read = useCall('templates.preview', input);
  const { value } = read;
  if (read.state === 'failed') return <ErrorMessage error={read.error} retry={read.reload} />;
  if (value === undefined) return <LineSkeletons count={8} />;
  return (
    <div className="sf-stack-tight" aria-live="polite">
      {value.errors.map(({ path, message }) => (
        <p key={path} role="alert" className="sf-danger">
          {`${path === 'summary' ? texts.summary : texts.description} ${say(message)}. ${texts.standsIn}`}
        </p>
      ))}
      <p className="sf-template-title">
        <bdi>{value.summary}</bdi>
      </p>
      <div className="sf-template-body" tabIndex={0} role="region" aria-label={texts.description}>
        <Adf node={value.description as AdfNode} />
      </div>
    </div>
  );
}
