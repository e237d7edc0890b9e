import Button from '@atlaskit/button/new';
import { useLanguage } from '../texts/texts';

interface PagerProps {
  readonly number: number;
  /** Asks for the page after the one on view. */
  readonly next: string | undefined;
  readonly busy: boolean;
  readonly onNext: (next: string) => void;
  readonly onPrevious: () => void;
}

/** One page on or back; Jira's search goes on from page to page and skips none. */
export function Pager({ number, next, busy, onNext, onPrevious }: PagerProps) {
  const { texts } = useLanguage();
  if (number === 1 && next === undefined) return null;
  return (
    <nav className="pp-row" aria-label={texts.pages}>
      <Button isDisabled={number === 1 || busy} onClick={onPrevious}>
        {texts.previous}
      </Button>
      <span aria-live="polite">{texts.page(number)}</span>
      <Button
        isDisabled={next === undefined || busy}
        onClick={() => {
          if (next !== undefined) onNext(next);
        }}
      >
        {texts.next}
      </Button>
    </nav>
  );
}
