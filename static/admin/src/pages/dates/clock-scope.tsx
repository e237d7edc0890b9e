import { type Kind, kinds } from '#contract/finding';
import type { Clock, ClockName } from '#contract/sla';
import { useCall } from '../../hooks/use-call';
import { ManyPicker } from '../../parts/picker';
import { Sentence } from '../../parts/sentence';
import { ManySlot, Slot } from '../../parts/slot';
import { useTexts } from '../../texts/texts';

interface ScopeProps {
  readonly name: ClockName;
  readonly clock: Clock;
  readonly set: (clock: Clock) => void;
}

/** The kinds and products that a clock holds for; without any, for all. */
export function ClockScope({ name, clock, set }: ScopeProps) {
  const { dates, common } = useTexts();
  const texts = dates.clock;
  const products = useCall('products.list', {});
  const asChoice = (product: string) => ({ id: product, name: product });
  const { kinds: _kinds, ...anyKind } = clock;
  const { products: _products, ...anyProduct } = clock;
  const setKinds = (chosen: Kind[]) => set(chosen.length > 0 ? { ...clock, kinds: chosen } : anyKind);
  const setProducts = (chosen: string[]) =>
    set(chosen.length > 0 ? { ...clock, products: chosen } : anyProduct);
  return (
    <Sentence
      text={texts.scope}
      slots={{
        kinds: (
          <ManySlot
            id={`sla-${name}-kinds`}
            label={texts.kindsLabel}
            placeholder={texts.everyKind}
            choices={kinds.map((id) => ({ id, name: common.kind[id] }))}
            value={(clock.kinds ?? []).map((id) => ({ id, name: common.kind[id] }))}
            onChange={(chosen) => setKinds(kinds.filter((kind) => chosen.some(({ id }) => id === kind)))}
          />
        ),
        products: (
          <Slot kind="wide">
            <ManyPicker
              id={`sla-${name}-products`}
              label={texts.productsLabel}
              placeholder={texts.everyProduct}
              isCompact
              choices={products.value?.products.map((product) => asChoice(product.product)) ?? []}
              value={(clock.products ?? []).map(asChoice)}
              create={(text) => (text.trim() === '' ? undefined : asChoice(text.trim()))}
              onChange={(chosen) => setProducts([...new Set(chosen.map(({ id }) => id))])}
            />
          </Slot>
        ),
      }}
    />
  );
}
