import './products.css';
import { Suspense, useState } from 'react';
import Button from '@atlaskit/button/new';
import { type Role, type Space, roles } from '#contract/settings';
import { useRoute } from '../../app/router';
import type { Draft } from '../../hooks/use-draft';
import { overridden, overriddenCount, settingsOf, spaceOf, withOverrides } from '../../logic/overrides';
import { missingIn } from '../../logic/missing';
import { splitPlace } from '../../logic/place';
import { CardSkeletons } from '../../parts/page-skeleton';
import { RouteLink } from '../../parts/route-link';
import { useTexts } from '../../texts/texts';
import { SpaceCard } from '../spaces/space-card';
import { useSpaceEditor } from '../spaces/use-space-editor';
import { lazily } from '../../parts/lazily';
import { DraftPage } from '../../parts/draft-page';

const OwnRowsCard = lazily(async () => (await import('../fields/own-rows-card')).OwnRowsCard);

/** All but `products` are only read here: a product saves what it overrides. */
const sections = ['products', 'spaces', 'statuses', 'fields'] as const;
type ProductDraft = Draft<(typeof sections)[number]>;

/** One product: the cards of the team spaces, every value inherited until it is overridden. */
export function ProductPage({ product }: { product: string }) {
  const { products: texts } = useTexts();
  const check = (value: ProductDraft['value']) =>
    roles.flatMap((role) =>
      missingIn(spaceOf(value.spaces[role], settingsOf(value.products, product)?.[role])).map((field) => ({
        path: `${pathOf(product, role)}.${field}`,
        message: { code: 'required' } as const,
      })),
    );
  return (
    <>
      <nav className="sf-back">
        <RouteLink to="/products">{texts.back}</RouteLink>
      </nav>
      <DraftPage title={product} intro={texts.one.intro} sections={sections} cards={2} check={check}>
        {(draft) => <ProductForm product={product} draft={draft} />}
      </DraftPage>
    </>
  );
}

function ProductForm({ product, draft }: { product: string; draft: ProductDraft }) {
  const { one } = useTexts().products;
  const { products } = draft.value;
  const count = overriddenCount(settingsOf(products, product) ?? {});
  return (
    <div className="sf-stack">
      <div className="sf-row">
        <span>{count === 0 ? one.inherits : one.overridden(count)}</span>
        {count > 0 && (
          <Button
            spacing="compact"
            onClick={() =>
              draft.set('products', (now) => {
                const { [product]: _, ...others } = now;
                return others;
              })
            }
          >
            {one.resetAll}
          </Button>
        )}
      </div>
      <div className="sf-spaces">
        {roles.map((role) => (
          <ProductSpace key={role} product={product} role={role} draft={draft} />
        ))}
      </div>
      <OwnFields product={product} draft={draft} />
    </div>
  );
}

/** What a product fills otherwise; without rows of its own it is loaded when it is asked for, or a link leads there. */
function OwnFields({ product, draft }: { product: string; draft: ProductDraft }) {
  const { fields, products: texts } = useTexts();
  const { one } = texts;
  const { products, spaces } = draft.value;
  const own = settingsOf(products, product);
  const [, wanted] = splitPlace(useRoute().path).place;
  const isTarget = wanted !== undefined && !Object.hasOwn(fields, wanted);
  const hasRows = roles.some((role) => (own?.[role]?.mapping?.length ?? 0) > 0);
  const [isOpen, setOpen] = useState(hasRows || isTarget);
  const shown = roles.filter((role) => spaceOf(spaces[role], own?.[role]).enabled);
  if (shown.length === 0) return null;
  if (!isOpen)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{one.fillFields}</Button>
      </div>
    );
  return (
    <Suspense fallback={<CardSkeletons count={1} />}>
      {shown.map((role) => (
        <OwnRowsCard
          key={role}
          role={role}
          spaces={spaces}
          own={own ?? {}}
          errors={draft.errors}
          path={`${pathOf(product, role)}.mapping`}
          onChange={(mapping) =>
            draft.set('products', (now) => withOverrides(now, product, role, { mapping }))
          }
        />
      ))}
    </Suspense>
  );
}

function ProductSpace({ product, role, draft }: { product: string; role: Role; draft: ProductDraft }) {
  const { products, spaces, statuses, fields } = draft.value;
  const settings = settingsOf(products, product) ?? {};
  const space = spaceOf(spaces[role], settings[role]);
  const own = overridden(settings, role);
  const set = (patch: Parameters<typeof withOverrides>[3]) =>
    draft.set('products', (now) => withOverrides(now, product, role, patch));
  const form = useSpaceEditor({
    role,
    space,
    fixed: fields.fixed,
    errors: draft.errors,
    path: pathOf(product, role),
    set,
    defaultProject: spaces[role].project,
    originOf: (field: keyof Space) => ({
      inherited: !own.includes(field),
      override: () => set({ [field]: space[field] }),
      reset: () => set({ [field]: undefined }),
    }),
  });
  return <SpaceCard form={form} own={statuses.own} />;
}

function pathOf(product: string, role: Role): string {
  return `products.${product}.${role}`;
}
