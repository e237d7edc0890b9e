import SectionMessage from '@atlaskit/section-message';
import { CallError } from '../../../../shared/call-error';
import { describePath } from '../../logic/describe';
import { ErrorMessage } from '../../parts/error-message';
import { useSay, useTexts } from '../../texts/texts';

/** Why a document was not taken: every value that does not fit, or what else went wrong. */
export function ImportError({ error }: { error: Error }) {
  const { transfer, common, fields } = useTexts();
  const say = useSay();
  const title = transfer.import.failed;
  const errors = error instanceof CallError ? error.errors : [];
  if (errors.length === 0) return <ErrorMessage title={title} error={error} />;
  return (
    <div role="alert">
      <SectionMessage appearance="error" title={title} headingLevel="h3">
        <ul>
          {errors.map(({ path, message }) => (
            <li key={`${path} ${message.code}`}>
              {path === ''
                ? say(message)
                : `${describePath(path.split('.'), { common, fields })}: ${say(message)}`}
            </li>
          ))}
        </ul>
      </SectionMessage>
    </div>
  );
}
