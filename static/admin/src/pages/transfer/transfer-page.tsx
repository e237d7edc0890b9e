import { useState } from 'react';
import { Page } from '../../parts/page';
import { useTexts } from '../../texts/texts';
import { ExportCard } from './export-card';
import { ImportCard } from './import-card';

/** The settings as one document, out and in. */
export function TransferPage() {
  const texts = useTexts().transfer;
  const [imports, setImports] = useState(0);
  return (
    <Page title={texts.title} intro={texts.intro}>
      <div className="sf-stack sf-narrow">
        {/* Reads the document again once another one was imported. */}
        <ExportCard key={imports} />
        <ImportCard onApplied={() => setImports((count) => count + 1)} />
      </div>
    </Page>
  );
}
