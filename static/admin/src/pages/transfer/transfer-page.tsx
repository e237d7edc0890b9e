import { Page } from '../../parts/page';
import { useTexts } from '../../texts/texts';
import { ExportCard } from './export-card';
import { ImportCard } from './import-card';

/** The settings as one document, out and in. */
export function TransferPage() {
  const texts = useTexts().transfer;
  return (
    <Page title={texts.title} intro={texts.intro}>
      <div className="sf-stack sf-narrow">
        <ExportCard />
        <ImportCard />
      </div>
    </Page>
  );
}
