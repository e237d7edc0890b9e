import Button from '@atlaskit/button/new';
import { Page } from '../parts/page';
import { useTexts } from '../texts/texts';
import { useRoute } from './router';

/** Shown for an address that no page has. */
export function NotFound() {
  const { notFound } = useTexts().common;
  const { go } = useRoute();
  return (
    <Page title={notFound.title} intro={notFound.body}>
      <Button onClick={() => go('/overview')}>{notFound.action}</Button>
    </Page>
  );
}
