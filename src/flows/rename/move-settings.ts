import { ownValue } from '../../core/data/own-value';
import type { Ports } from '../ports';

/** So often another save may come in between. */
const tries = 5;

/**
 * What the settings say of a product is said of its new name. It stays with the old one where other connections have
 * findings of that product, and what is said of the new name already stands.
 */
export async function moveSettings(
  ports: Ports,
  from: string,
  to: string,
  { by, isShared }: { readonly by: string; readonly isShared: boolean },
): Promise<void> {
  for (let round = 0; round < tries; round += 1) {
    const { document, versions } = await ports.settings.read();
    const { products } = document;
    const own = ownValue(products, from);
    if (own === undefined) return;
    const others = Object.entries(products).filter(([name]) => name !== from || isShared);
    const after = { [to]: own, ...Object.fromEntries(others) };
    if (isShared && ownValue(products, to) !== undefined) return;
    if (await ports.settings.save('products', versions.products, after, by)) return;
  }
  throw new Error('The settings of a renamed product were saved by somebody else again and again.');
}
