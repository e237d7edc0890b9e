import { useState } from 'react';
import Button from '@atlaskit/button/new';
import Search from '@atlaskit/icon/core/search';
import Textfield from '@atlaskit/textfield';
import { useRoute } from '../../app/router';
import { useCall } from '../../hooks/use-call';
import { useDelayed } from '../../hooks/use-poll';
import { splitPlace } from '../../logic/place';
import { EmptyState } from '../../parts/empty-state';
import { ErrorMessage } from '../../parts/error-message';
import { Page } from '../../parts/page';
import { LineSkeletons } from '../../parts/page-skeleton';
import { useTexts } from '../../texts/texts';
import { AddProduct } from './add-product';
import { ProductPage } from './product-page';
import { ProductTable } from './product-table';
import { useProducts } from './use-products';

/** All products, or the one named by the path. */
export function ProductsPage() {
  const { path } = useRoute();
  const name = splitPlace(path).page.split('/')[2];
  return name === undefined || name === '' ? (
    <AllProducts />
  ) : (
    <ProductPage product={decodeURIComponent(name)} />
  );
}

function AllProducts() {
  const { products: texts, common } = useTexts();
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  useDelayed(() => setSearch(typed), 250, typed !== search);
  const products = useProducts(search.trim());
  const settings = useCall('settings.get', {});
  const health = useCall('health.get', {});
  const spaces = settings.value?.document.spaces;
  return (
    <Page title={texts.title} intro={texts.intro}>
      <div className="sf-stack">
        <Textfield
          aria-label={texts.search}
          placeholder={texts.search}
          elemBeforeInput={
            <span className="sf-filter-icon">
              <Search label="" />
            </span>
          }
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {settings.state === 'failed' && <ErrorMessage error={settings.error} retry={settings.reload} />}
        {products.error !== undefined && <ErrorMessage error={products.error} retry={products.retry} />}
        {(products.rows === undefined || spaces === undefined) && <LineSkeletons count={8} />}
        {products.rows?.length === 0 && search === '' && (
          <EmptyState title={texts.empty.title} body={texts.empty.body} />
        )}
        {products.rows?.length === 0 && search !== '' && <p role="status">{texts.noMatch(search)}</p>}
        {products.rows !== undefined && products.rows.length > 0 && spaces !== undefined && (
          <ProductTable rows={products.rows} spaces={spaces} problems={health.value?.problems ?? []} />
        )}
        {products.more !== undefined && (
          <div>
            <Button isLoading={products.busy} onClick={products.more}>
              {common.loadMore}
            </Button>
          </div>
        )}
        {products.rows !== undefined && spaces !== undefined && <AddProduct />}
      </div>
    </Page>
  );
}
