import Button from '@atlaskit/button/new';
import { useCall } from '../../hooks/use-call';
import { CopyCommand } from '../../parts/copy-field';
import { ErrorMessage } from '../../parts/error-message';
import { LineSkeletons } from '../../parts/page-skeleton';
import { useTexts } from '../../texts/texts';
import { CardHead } from '../../parts/card-head';

/** Shows the document, to copy or to download. */
export function ExportCard() {
  const texts = useTexts().transfer.export;
  const exported = useCall('settings.export', {});
  const text = exported.value === undefined ? undefined : JSON.stringify(exported.value.document, null, 2);
  return (
    <section className="sf-card sf-stack" aria-label={texts.title}>
      <CardHead
        title={texts.title}
        action={
          <Button isDisabled={text === undefined} onClick={() => download(text ?? '')}>
            {texts.download}
          </Button>
        }
      />
      <p className="sf-subtle">{texts.body}</p>
      {exported.state === 'failed' && <ErrorMessage error={exported.error} retry={exported.reload} />}
      {exported.state === 'loading' && <LineSkeletons count={5} />}
      {text !== undefined && <CopyCommand label={texts.document} value={text} />}
    </section>
  );
}

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'security-findings-settings.json';
  link.click();
  URL.revokeObjectURL(address);
}
