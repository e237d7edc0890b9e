import SectionMessage from '@atlaskit/section-message';
import type { ArchivedView } from '#contract/api';
import { LinkButton } from '../../parts/link-button';
import { useTexts } from '../../texts/texts';

interface RestoreOfferProps {
  readonly archived: readonly ArchivedView[];
  readonly onRestore: (connection: ArchivedView) => void;
}

/** A portal that was connected before should not be connected anew: that would make every issue a second time. */
export function RestoreOffer({ archived, onRestore }: RestoreOfferProps) {
  const { dialog: texts, findings } = useTexts().connections;
  const offered = archived.filter(({ forgetting }) => forgetting === undefined);
  if (offered.length === 0) return null;
  return (
    <SectionMessage appearance="information" title={texts.before}>
      <p>{texts.beforeHelp}</p>
      <ul className="sf-offers">
        {offered.map((connection) => (
          <li key={connection.key}>
            <LinkButton label={texts.restore(connection.name)} onClick={() => onRestore(connection)}>
              {texts.restore(connection.name)}
            </LinkButton>{' '}
            <span className="sf-subtle">({findings(connection)})</span>
          </li>
        ))}
      </ul>
    </SectionMessage>
  );
}
