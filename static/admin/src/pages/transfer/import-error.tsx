import { CallError } from '../../../../shared/call-error';
import { describePath } from '../../logic/describe';
import { ErrorMessage } from '../../parts/error-message';
import { useTexts } from '../../texts/texts';

/** Why a document was not taken, with every value that does not fit. */
export function ImportError({ error }: { error: Error }) {
  const texts = useTexts();
  const errors = error instanceof CallError ? error.errors : [];
  return (
    <>
      <ErrorMessage title={texts.transfer.import.failed} error={error} />
      {errors.length > 0 && (
        <ul>
          {errors.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              {[describePath(path === '' ? [] : path.split('.'), texts), message]
                .filter((part) => part !== '')
                .join(': ')}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
