/** Plays a story in a fresh sandbox, lets the dust settle, and holds the result to the model. */
import { createWorld, type World } from '../support/world';
import type { Story } from './operations';
import { playBesides } from './parts/parts';
import { createPlayer } from './player';

/** Long enough for the hourly pass to have looked at everything. */
const settleMs = 65 * 60_000;
/** What is not right by then gets this many more chances: every retry ends within hours. */
const furtherChances = 2;

/** What is wrong after the story; empty when all is as it must be. */
export async function runStory(story: Story): Promise<string[]> {
  const world = createWorld({
    site: { indexLagMs: story.indexLagMs },
    host: { eventDelayMs: () => story.eventDelayMs },
  });
  try {
    const portals = [await world.connect(), await world.connect('Other')] as const;
    await world.useSpaces({ security: story.security });
    const player = createPlayer(world, portals);
    const besides = playBesides(player.stage, story.besides);
    for (const operation of story.operations) {
      await player.play(operation);
      await besides.next();
    }
    await besides.rest();
    world.host.faults.clear();
    const wrong = await judgeSettled(world, async () => [
      ...(await player.judge()),
      ...(await besides.judge()),
    ]);
    if (wrong.length > 0 && process.env.MODEL_TRACE) trace(world);
    return wrong;
  } finally {
    world.close();
  }
}

async function judgeSettled(world: World, judge: () => Promise<string[]>): Promise<string[]> {
  for (let chances = furtherChances; ; chances -= 1) {
    await world.host.runUntilIdle({ schedules: true, maxVirtualMs: settleMs });
    const wrong = await judge();
    if (wrong.length === 0 || chances === 0) return wrong;
  }
}

/** What the app did, for whoever looks into a failure. */
function trace(world: World): void {
  const lines = world.host.journal.entries
    .filter(({ kind }) => kind !== 'storage')
    .map(({ at, kind, text }) => `${new Date(at).toISOString().slice(11, 19)} ${kind} ${text}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}
