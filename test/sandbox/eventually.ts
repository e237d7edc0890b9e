const longestMs = 30_000;
const firstPauseMs = 40;
const longestPauseMs = 400;

/** Asks until there is an answer, less often the longer it takes. @throws after half a minute */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const end = performance.now() + longestMs;
  for (
    let pauseMs = firstPauseMs;
    performance.now() < end;
    pauseMs = Math.min(longestPauseMs, pauseMs * 1.5)
  ) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  throw new Error(`Within 30 seconds this did not happen: ${what}`);
}
