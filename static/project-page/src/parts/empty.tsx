import Heading from '@atlaskit/heading';
import { useLanguage } from '../texts/texts';

/** How findings get here, or that a filter leaves none. Who may see none reads the same as where there is none. */
export function Empty({ isFiltered }: { readonly isFiltered: boolean }) {
  const { texts } = useLanguage();
  return (
    <section className="pp-empty">
      <Heading size="small" as="h2">
        {isFiltered ? texts.emptyFiltered : texts.empty}
      </Heading>
      <p>{isFiltered ? texts.emptyFilteredHelp : texts.emptyHelp}</p>
    </section>
  );
}
