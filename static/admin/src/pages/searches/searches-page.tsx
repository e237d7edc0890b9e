import { useState } from 'react';
import Heading from '@atlaskit/heading';
import Textfield from '@atlaskit/textfield';
import { membersSearch, searches, searchNames } from '../../logic/searches';
import { CopyField } from '../../parts/copy-field';
import { Page } from '../../parts/page';
import { SearchLink } from '../../parts/search-link';
import { useTexts } from '../../texts/texts';

/** Ready searches for the issues of findings, each with its JQL to take away. */
export function SearchesPage() {
  const { searches: texts } = useTexts();
  return (
    <Page title={texts.title} intro={texts.intro}>
      <div className="sf-stack sf-narrow">
        {searchNames.map((name) => (
          <SearchCard
            key={name}
            title={texts.ready[name].title}
            body={texts.ready[name].body}
            jql={searches[name]}
          />
        ))}
        <MembersCard />
      </div>
    </Page>
  );
}

function SearchCard({ title, body, jql }: { title: string; body: string; jql: string }) {
  const { searches: texts } = useTexts();
  return (
    <section className="sf-card sf-stack-tight" aria-label={title}>
      <Heading size="xsmall" as="h2">
        {title}
      </Heading>
      <p className="sf-subtle">{body}</p>
      <CopyField label={texts.jql} value={jql} />
      <SearchLink jql={jql}>{texts.open(title)}</SearchLink>
    </section>
  );
}

/** The one that asks for something: an id of a finding. */
function MembersCard() {
  const { searches: texts } = useTexts();
  const [id, setId] = useState('');
  const { title, body } = texts.members;
  const jql = membersSearch(id);
  return (
    <section className="sf-card sf-stack-tight" aria-label={title}>
      <Heading size="xsmall" as="h2">
        {title}
      </Heading>
      <p className="sf-subtle">{body}</p>
      <label className="sf-label" htmlFor="search-member">
        {texts.members.id}
      </label>
      <Textfield id="search-member" value={id} onChange={(event) => setId(event.currentTarget.value)} />
      {id.trim() !== '' && (
        <>
          <CopyField label={texts.jql} value={jql} />
          <SearchLink jql={jql}>{texts.open(title)}</SearchLink>
        </>
      )}
    </section>
  );
}
