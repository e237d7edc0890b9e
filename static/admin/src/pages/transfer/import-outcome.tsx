import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import SectionMessage from '@atlaskit/section-message';
import type { AdminOutputs } from '#contract/api';
import { describePath } from '../../logic/describe';
import { ChangeList } from '../../parts/change-list';
import { useSay, useTexts } from '../../texts/texts';

interface ImportOutcomeProps {
  readonly outcome: AdminOutputs['settings.import'];
  /** Somebody saved since the first comparison; this is the second one. */
  readonly overtaken: boolean;
  readonly isBusy: boolean;
  readonly onApply: () => void;
}

/** What an import would change, what it did not find, and the button that applies it. */
export function ImportOutcome({ outcome, overtaken, isBusy, onApply }: ImportOutcomeProps) {
  const words = useTexts().transfer.import;
  const { changes } = outcome;
  return (
    <>
      {overtaken && (
        <div role="alert">
          <SectionMessage appearance="warning" title={words.overtaken} headingLevel="h3">
            <p>{words.overtakenHelp}</p>
          </SectionMessage>
        </div>
      )}
      {changes.length === 0 ? (
        <p role="status">{words.none}</p>
      ) : (
        <Difference {...{ outcome, isBusy, onApply }} />
      )}
    </>
  );
}

function Difference({ outcome, isBusy, onApply }: Omit<ImportOutcomeProps, 'overtaken'>) {
  const { transfer, common, fields } = useTexts();
  const words = transfer.import;
  const { changes, unresolved } = outcome;
  const say = useSay();
  return (
    <>
      {unresolved.length > 0 && (
        <SectionMessage appearance="warning" title={words.unresolved} headingLevel="h3">
          <p>{words.unresolvedHelp}</p>
          <ul>
            {unresolved.map(({ path, message }) => (
              <li key={path}>
                {describePath(path.split('.'), { common, fields })}: {say(message)}
              </li>
            ))}
          </ul>
        </SectionMessage>
      )}
      <Heading size="xsmall" as="h3">
        {words.changes}
      </Heading>
      <ChangeList changes={changes} />
      <div>
        <Button appearance="primary" isLoading={isBusy} onClick={onApply}>
          {words.apply(changes.length)}
        </Button>
      </div>
    </>
  );
}
