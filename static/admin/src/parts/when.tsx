import { useEffect, useState } from 'react';
import { dayAndTime, relativeTime } from '../../../shared/relative-time';
import { usePageContext } from '../bridge/context-provider';
import { useLocale, useTexts } from '../texts/texts';

/** A point in time as "3 minutes ago", with day and time in the title; "Never" when there is none. */
export function When({ at }: { at: number | undefined }) {
  const locale = useLocale();
  const write = useDayAndTime();
  const { never } = useTexts().common;
  const now = useNow(30_000);
  if (at === undefined) return <span className="sf-subtle">{never}</span>;
  return (
    <time dateTime={new Date(at).toISOString()} title={write(at)}>
      {relativeTime(Math.min(at, now), now, locale)}
    </time>
  );
}

/** Writes day and time in the language and time zone of the person who looks. */
export function useDayAndTime(): (at: number) => string {
  const locale = useLocale();
  const { timezone } = usePageContext();
  return (at) => dayAndTime(at, locale, timezone);
}

/** The time of now in ms, fresh every `ms`. */
function useNow(ms: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), ms);
    return () => clearInterval(timer);
  }, [ms]);
  return now;
}
