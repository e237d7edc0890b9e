/** What the parts of a story share, and what each of them is. */
import type { SectionName, Settings } from '../../../src/contract/settings';
import type { Portal, World } from '../../support/world';

export interface Stage {
  readonly world: World;
  /** The first portal, with the credentials that it has now. */
  portal(): Portal;
  /** A portal sends again until it is told 202. */
  insist(path: string, body: object): Promise<void>;
  pass(seconds: number): Promise<void>;
  /** Later than all before it (RFC 3339). */
  stamp(): string;
  /** Something has gone wrong by now: whatever was sent may arrive late. */
  isFaulty(): boolean;
}

/** A part has findings of its own, and says what is wrong with them when the dust has settled. */
export interface Part<Operation> {
  play(operation: Operation): Promise<void>;
  judge(): Promise<string[]>;
}

/** Long enough for the app to have heard of whatever just happened, if nothing stands in the way. */
export const heardSeconds = 400;
export const dayMs = 86_400_000;

/** What a lookup tells. */
export interface LookedUp {
  readonly id: string;
  readonly state: string;
  readonly issues: Partial<Record<'product' | 'security', { key: string; statusCategory: string }>>;
}

/** The findings of the first portal as it looks them up. */
export async function lookUp(stage: Stage, ids: readonly string[]): Promise<LookedUp[]> {
  if (ids.length === 0) return [];
  return (await stage.portal().post('/v1/findings/lookup', { ids })).json as LookedUp[];
}

/** A portal sends again until it is told 202. */
export async function sendUntilAccepted(world: World, to: Portal, path: string, body: object): Promise<void> {
  // Calls of a portal do not arrive within the same millisecond.
  world.clock.advance(1_000);
  for (let tries = 0; tries < 20; tries += 1) {
    const { status } = await to.post(path, body);
    if (status === 202) return;
    world.clock.advance(10_000);
  }
  throw new Error(`the portal got no 202 for ${path}`);
}

/** An admin saves again until it works. */
export async function saveUntilDone<Name extends SectionName>(
  world: World,
  section: Name,
  value: Settings[Name] | Record<string, unknown>,
): Promise<void> {
  for (let left = 20; ; left -= 1) {
    try {
      await world.save(section, value);
      return;
    } catch (error) {
      if (left === 0) throw error;
      world.clock.advance(10_000);
    }
  }
}
