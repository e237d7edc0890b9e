import type { Ref } from '#contract/settings';
import { useAsync } from '../../hooks/use-async';
import { readResolutions } from '../../jira/resolutions';
import { ErrorMessage } from '../../parts/error-message';
import { Sentence } from '../../parts/sentence';
import { ManySlot } from '../../parts/slot';
import { useTexts } from '../../texts/texts';
import { chosen, refOf } from '../spaces/fields/choices';

interface WontDoProps {
  readonly resolutions: readonly Ref[];
  readonly onChange: (resolutions: Ref[]) => void;
}

/** Resolutions with which a product issue does not count as fixed. */
export function WontDo({ resolutions, onChange }: WontDoProps) {
  const texts = useTexts().closing.close;
  const all = useAsync('resolutions', readResolutions);
  if (all.state === 'failed') return <ErrorMessage error={all.error} retry={all.reload} />;
  return (
    <Sentence
      text={texts.wontDo}
      slots={{
        resolutions: (
          <ManySlot
            id="closing-wont-do"
            label={texts.wontDoLabel}
            placeholder={texts.noResolutions}
            choices={all.value}
            value={resolutions.flatMap((ref) => chosen(ref, all.value) ?? [])}
            onChange={(choices) => onChange(choices.flatMap((choice) => refOf(choice) ?? []))}
          />
        ),
      }}
    />
  );
}
