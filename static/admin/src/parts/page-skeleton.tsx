import Skeleton from '@atlaskit/skeleton';
import { useTexts } from '../texts/texts';

/** Keeps the place of a page while it loads. */
export function PageSkeleton() {
  return (
    <Loading>
      <div className="sf-page-header">
        <div className="sf-stack">
          <Skeleton width={220} height={28} isShimmering />
          <Skeleton width={420} height={16} isShimmering />
        </div>
      </div>
      <CardSkeletons count={2} />
    </Loading>
  );
}

/** Keeps the place of cards while they load. */
export function CardSkeletons({ count }: { count: number }) {
  return (
    <Loading>
      <div className="sf-cards">
        {Array.from({ length: count }, (_, index) => (
          <Skeleton
            key={index}
            width="100%"
            height={156}
            borderRadius="var(--ds-radius-large)"
            isShimmering
          />
        ))}
      </div>
    </Loading>
  );
}

/** Keeps the place of lines while they load. */
export function LineSkeletons({ count }: { count: number }) {
  return (
    <Loading>
      <div className="sf-stack">
        {Array.from({ length: count }, (_, index) => (
          <Skeleton key={index} width="100%" height={32} isShimmering />
        ))}
      </div>
    </Loading>
  );
}

function Loading({ children }: { children: React.ReactNode }) {
  const { loading } = useTexts().common;
  return (
    <div role="status" aria-label={loading} data-loading="">
      {children}
    </div>
  );
}
