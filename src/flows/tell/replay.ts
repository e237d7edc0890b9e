/** Sending events again, and leaving some out, by hand. */
import type { Delivery } from '../../contract/stored/outbound';
import { standingConnection } from '../connections/manage-connections';
import type { Ports } from '../ports';

/** All after a number, or these parked ones. */
export type Which = { readonly after: number } | { readonly parked: readonly number[] };

/** Undefined: there is no such connection; `older`: what came after that number is not kept any more. */
export async function replay(ports: Ports, key: string, which: Which): Promise<'done' | 'older' | undefined> {
  if (!(await standingConnection(ports, key))) return undefined;
  if ('after' in which) {
    const { oldest, next } = await ports.outbox.reach(key);
    if (which.after + 1 < oldest) return 'older';
    await ports.outbounds.change(key, (now) => goOn(now, { n: Math.min(which.after, next - 1) }));
  } else await ports.outbounds.change(key, (now) => goOn(now, sendAgain(now, which.parked)));
  await ports.bells.ringPush(key);
  return 'done';
}

/** Undefined: there is no such connection. */
export async function skip(ports: Ports, key: string, which: Which): Promise<'done' | undefined> {
  if (!(await standingConnection(ports, key))) return undefined;
  const { next } = await ports.outbox.reach(key);
  await ports.outbounds.change(key, (now) =>
    'after' in which
      ? goOn(now, { n: Math.max(now.n, Math.min(which.after, next - 1)) })
      : { ...now, parked: now.parked.filter(({ n }) => !which.parked.includes(n)) },
  );
  await ports.bells.ringPush(key);
  return 'done';
}

/** Whatever stood in the way is tried anew. */
function goOn({ trouble: _over, ...delivery }: Delivery, changed: Partial<Delivery>): Delivery {
  return { ...delivery, ...changed };
}

function sendAgain({ parked, again }: Delivery, wanted: readonly number[]): Partial<Delivery> {
  const chosen = parked.filter(({ n }) => wanted.includes(n)).map(({ n }) => n);
  return {
    parked: parked.filter(({ n }) => !chosen.includes(n)),
    again: [...new Set([...again, ...chosen])].sort((a, b) => a - b),
  };
}
