import fc from 'fast-check';
import { story } from './operations';
import { runStory } from './run-story';

const usualRuns = 1_000;
const usualSeed = 20_260_115;
/** Their calls are enough for the check of the recorded traffic. */
const recordedStories = 50;

/**
 * Plays one half of the stories and holds each to the model. MODEL_RUNS says how many there are in all, MODEL_SEED
 * where they come from, MODEL_SHRINK makes a failing one as short as it gets.
 * @throws with seed, path and story of the first failure
 */
export async function checkStories(half: 0 | 1): Promise<void> {
  const { MODEL_RUNS, MODEL_SEED, MODEL_SHRINK } = process.env;
  let played = 0;
  const property = fc.asyncProperty(story, async (one) => {
    played += 1;
    if (played > recordedStories) delete process.env.RECORD_TRAFFIC;
    expect(await runStory(one)).toEqual([]);
  });
  await fc.assert(property, {
    numRuns: Math.ceil(Number(MODEL_RUNS ?? usualRuns) / 2),
    seed: Number(MODEL_SEED ?? usualSeed) + half,
    endOnFailure: MODEL_SHRINK === undefined,
  });
}

/** A long run by command must end by itself, not by the clock of the tests. */
export const storiesMs = 60 * 60_000;
