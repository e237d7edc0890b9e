import Button from '@atlaskit/button/new';
import { EmptyState } from '../parts/empty-state';
import { useTexts } from '../texts/texts';
import { useRoute } from './router';

/** Shown for an address that no page has. */
export function NotFound() {
  const { notFound } = useTexts().common;
  const { go } = useRoute();
  return (
    <EmptyState
      title={notFound.title}
      body={notFound.body}
      action={<Button onClick={() => go('/overview')}>{notFound.action}</Button>}
    />
  );
}
