/** Products that go by another name: which name stands for which, and for how long. */
import type { Rename } from '../../contract/connection';

const dayMs = 86_400_000;
/** What is on its way under the old name finds the new one; later the old name is free for a product of its own. */
const oldNameMs = 7 * dayMs;

/** The name that a product goes by now. */
export function productNow(renames: readonly Rename[], product: string, now: number): string {
  let name = product;
  // Every step is a rename of its own, and none leads back.
  for (const _ of renames) name = renames.find((one) => one.from === name && holds(one, now))?.to ?? name;
  return name;
}

/** The names under which findings of this product may still lie, because they are being renamed. */
export function formerNames(renames: readonly Rename[], product: string, now: number): string[] {
  return renames
    .filter((one) => one.doneAt === undefined && productNow(renames, one.from, now) === product)
    .map(({ from }) => from);
}

/** The renames with another one: a name that is taken stands for itself again. */
export function withRename(renames: readonly Rename[], rename: Rename, now: number): Rename[] {
  const others = renames.filter(
    (one) => holds(one, now) && one.from !== rename.from && one.from !== rename.to,
  );
  // What led over the name that is taken is not what takes it: it goes on to where it led.
  const led = others.map((one) =>
    one.to === rename.to ? { ...one, to: productNow(renames, one.to, now) } : one,
  );
  return [...led, rename];
}

/** Whether the old name stands for the new one. */
export function holds({ doneAt }: Rename, now: number): boolean {
  return doneAt === undefined || now < doneAt + oldNameMs;
}
