import { Suspense } from 'react';
import { useMending } from '../hooks/mending';
import { useSettingsSaved } from '../hooks/settings-saved';
import { usePlace } from '../hooks/use-place';
import { splitPlace } from '../logic/place';
import { PageSkeleton } from '../parts/page-skeleton';
import { pageAt } from './routes';
import { useFetchedTexts, useTexts } from '../texts/texts';
import { useRoute } from './router';
import { NotFound } from './not-found';
import { lazily } from '../parts/lazily';

const LeaveDialog = lazily(async () => (await import('./leave-dialog')).LeaveDialog);

const MendingNote = lazily(async () => (await import('./mending-note')).MendingNote);

const NextStep = lazily(async () => (await import('./next-step')).NextStep);

const ApplyOffer = lazily(async () => (await import('./apply-offer')).ApplyOffer);

const none = [] as const;

/** The page of the current route; Jira draws the sidebar around it. */
export function App() {
  const { path, asking } = useRoute();
  const { pageTitle } = useTexts().common;
  const { page, place } = splitPlace(path);
  const route = pageAt(page);
  useFetchedTexts(route?.sections ?? none);
  usePlace(place);
  const saved = useSettingsSaved();
  const mending = useMending();
  return (
    // Jira's page around the frame is a main landmark too: the name tells them apart.
    <main className="sf-main" aria-label={pageTitle}>
      {mending !== undefined && page !== '/activity' && page !== '/overview' && (
        <Suspense>
          <MendingNote key={mending.cause} held={mending} saved={saved} />
        </Suspense>
      )}
      <Suspense fallback={<PageSkeleton />}>
        {route === undefined ? <NotFound /> : <route.Page key={path} />}
      </Suspense>
      {saved > 0 && (
        <Suspense>
          <ApplyOffer key={saved} />
          {page !== '/overview' && <NextStep key={`next-${String(saved)}`} />}
        </Suspense>
      )}
      {asking !== undefined && (
        <Suspense>
          <LeaveDialog />
        </Suspense>
      )}
    </main>
  );
}
