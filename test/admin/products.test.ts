import { createWorld, finding, type World } from '../support/world';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  world.close();
});

/** All pages of a search. */
async function names(search?: string): Promise<string[]> {
  const all: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await world.admin('products.list', {
      ...(search === undefined ? {} : { search }),
      ...(cursor === undefined ? {} : { cursor }),
    });
    all.push(...page.products.map(({ product }) => product));
    cursor = page.next;
  } while (cursor !== undefined);
  return all;
}

test('hundreds of products are listed by name, page by page, each once', async () => {
  const portal = await world.connect();
  const findings = Array.from({ length: 230 }, (_, index) =>
    finding({ product: `product-${String(index).padStart(3, '0')}` }),
  );
  await portal.post('/v1/findings', { findings });
  const listed = await names();
  expect(listed).toHaveLength(230);
  expect(listed).toEqual([...new Set(listed)].sort());
  const first = await world.admin('products.list', {});
  expect(first.products).toHaveLength(50);
});

test('a search finds any part of a name, whatever its case', async () => {
  const portal = await world.connect();
  const products = ['Web Shop', 'shop-backend', 'Billing', 'The WEBSHOP app', 'Größe'];
  const fill = Array.from({ length: 120 }, (_, index) => `filler ${String(index)}`);
  await portal.post('/v1/findings', {
    findings: [...products, ...fill].map((product) => finding({ product })),
  });
  expect((await names('SHOP')).sort()).toEqual(['The WEBSHOP app', 'Web Shop', 'shop-backend']);
  expect(await names('größe')).toEqual(['Größe']);
  expect(await names('nothing like it')).toEqual([]);
});

test('a product shows what it overrides, also before a portal mentions it', async () => {
  const settings = { product: { labels: ['new'] } };
  await world.save('products', { 'new product': settings });
  expect(await world.admin('products.list', {})).toEqual({
    products: [{ product: 'new product', firstSeenAt: world.clock.now(), settings }],
  });
});
