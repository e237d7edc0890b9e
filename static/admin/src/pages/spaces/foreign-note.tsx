import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import { foreignFields, lackingFields } from '../../logic/foreign';
import { refLabel } from '../../logic/refs';
import { useTexts } from '../../texts/texts';
import { useSpaceForm } from './space-form';

/**
 * Warns on a product's page when its project is its own but what belongs to a project is inherited from another
 * one. Says nothing until Jira has told what the product's project has.
 */
export function ForeignNote() {
  const { spaces, fields: names } = useTexts();
  const { space, facts, originOf, defaultProject, chooseProject } = useSpaceForm();
  if (originOf === undefined || defaultProject === undefined || facts.issueTypes === undefined) return null;
  const inherits = (field: keyof typeof space) => originOf(field).inherited;
  const foreign = foreignFields({ space, defaultProject, inherits });
  if (foreign.length === 0) return null;
  const words = spaces.foreign;
  const from = defaultProject === null ? words.noProject : refLabel(defaultProject);
  const list = (fields: typeof foreign) => fields.map((field) => names[field]).join(', ');
  const lacking = lackingFields(space, foreign, facts);
  if (lacking.length === 0) {
    return <p className="sf-subtle sf-small sf-foreign">{words.shared(list(foreign), from)}</p>;
  }
  return (
    <div className="sf-space-note">
      <SectionMessage
        appearance="warning"
        title={words.title}
        headingLevel="h3"
        actions={
          <SectionMessageAction onClick={() => chooseProject(space.project)}>
            {words.propose}
          </SectionMessageAction>
        }
      >
        <p>{words.lacking(list(lacking), from)}</p>
      </SectionMessage>
    </div>
  );
}
