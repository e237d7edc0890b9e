import './picker.css';
import { Suspense } from 'react';
import Skeleton from '@atlaskit/skeleton';
import type { ManyPickerProps, OnePickerProps } from './picker-types';
import { lazily } from './lazily';

const OneSelect = lazily(async () => (await import('./picker-select')).OneSelect);
const ManySelect = lazily(async () => (await import('./picker-select')).ManySelect);

/** A drop-down to choose one thing of Jira; its heavy part loads when first shown, in a place kept for it. */
export function Picker(props: OnePickerProps) {
  return (
    <Suspense fallback={<Place isCompact={props.isCompact} text={props.value?.name ?? props.placeholder} />}>
      <OneSelect {...props} />
    </Suspense>
  );
}

/** A drop-down to choose several things, shown as tags. */
export function ManyPicker(props: ManyPickerProps) {
  return (
    <Suspense fallback={<Place isCompact={props.isCompact} text={props.placeholder} />}>
      <ManySelect {...props} />
    </Suspense>
  );
}

interface PlaceProps {
  readonly isCompact: boolean | undefined;
  readonly text: string | undefined;
}

/** As large as the drop-down will be with that text, so that a sentence around it does not wrap anew. */
function Place({ isCompact, text }: PlaceProps) {
  return (
    <>
      <Skeleton width="100%" height={isCompact === true ? 32 : 40} isShimmering />
      <span className="sf-picker-text" aria-hidden="true">
        {text}
      </span>
    </>
  );
}
