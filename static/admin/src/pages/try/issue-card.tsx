import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import type { IssuePreview, PreviewValue } from '#contract/api';
import type { Texts } from '../../texts/sections';
import { useSay, useTexts } from '../../texts/texts';
import { isolated } from '../../../../shared/isolated';
import { Adf, type AdfNode } from '../../parts/adf';
import { CardHead } from '../../parts/card-head';

/** One issue as it would be made, or what would happen to the one that is there. */
export function IssueCard({ issue }: { issue: IssuePreview }) {
  const { tryOut: texts, common } = useTexts();
  const name = common.role[issue.role];
  return (
    <section className="sf-card sf-stack" aria-label={name}>
      <CardHead
        title={name}
        action={
          <Lozenge appearance={issue.action === 'create' ? 'success' : 'default'}>
            {titleOf(issue, texts)}
          </Lozenge>
        }
      />
      <Sentences issue={issue} />
      {issue.values.length > 0 && <Values values={issue.values} caption={name} />}
      {issue.action === 'create' && issue.description !== undefined && (
        <div>
          <Heading size="xsmall" as="h3">
            {texts.fields.description}
          </Heading>
          <div
            className="sf-try-description sf-stack-tight"
            tabIndex={0}
            role="group"
            aria-label={texts.fields.description}
          >
            <Adf node={issue.description as AdfNode} />
          </div>
        </div>
      )}
    </section>
  );
}

function titleOf(issue: IssuePreview, texts: Texts['tryOut']): string {
  if (issue.action === 'create') return texts.wouldCreate;
  return issue.action === 'update' ? texts.wouldUpdate(issue.key) : texts.unchanged;
}

function Sentences({ issue }: { issue: IssuePreview }) {
  const texts = useTexts().tryOut;
  switch (issue.action) {
    case 'create':
      return null;
    case 'adopt':
      return <p>{texts.adopt(issue.key)}</p>;
    case 'nothing':
      return <p>{issue.key === '' ? texts.noIssue : texts.nothing(issue.key)}</p>;
    case 'update': {
      const known: Readonly<Record<string, string>> = { ...issue.names, ...texts.fields };
      const names = (fields: readonly string[]) => fields.map((field) => known[field] ?? field).join(', ');
      const facts = [
        [texts.edited, names(issue.edited)],
        [texts.kept, names(issue.kept)],
        [texts.moved, issue.movedTo ?? ''],
      ].filter(([, value]) => value !== '');
      return (
        <dl className="sf-facts">
          {facts.map(([what, value]) => (
            <div key={what} className="sf-row">
              <dt>{what}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      );
    }
  }
}

function Values({ values, caption }: { values: readonly PreviewValue[]; caption: string }) {
  const texts = useTexts().tryOut;
  const say = useSay();
  const fields: Readonly<Record<string, string>> = texts.fields;
  return (
    <table className="sf-adf-table">
      <caption className="sf-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.field}</th>
          <th scope="col">{texts.value}</th>
          <th scope="col">{texts.why}</th>
        </tr>
      </thead>
      <tbody>
        {values.map(({ field, name, values: shown, origins, leftOut, unconfirmed, note }) => (
          <tr key={field}>
            <th scope="row">
              <bdi>{fields[field] ?? name ?? field}</bdi>
            </th>
            <td>{shown.map(isolated).join(', ')}</td>
            <td className="sf-subtle">
              {origins.map((origin) => texts.origins[origin]).join(', ')}
              {note !== undefined && <p>{say(note)}</p>}
              {leftOut === true && <p>{texts.leftOut}</p>}
              {unconfirmed === true && <p>{texts.unconfirmed}</p>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
