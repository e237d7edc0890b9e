/** A person asks for retests of several findings at once, each as the panel does it. */
import { type RetestOutcome, retestRefusals } from '../../contract/project-page-calls';
import type { Ports } from '../ports';
import type { Person } from '../ports-person';
import { askRetest } from './ask-retest';
import type { Acted } from './refused';

/** Well before a page's call is given up after 25 s. */
const enoughMs = 12_000;

/** One after the other, each issue once; what the time is too short for is left out of the answer. */
export async function askRetests(
  ports: Ports,
  issueIds: readonly string[],
  person: Person,
  input: { readonly reason?: string | undefined },
): Promise<readonly RetestOutcome[]> {
  const end = ports.now() + enoughMs;
  const outcomes: RetestOutcome[] = [];
  for (const issue of new Set(issueIds)) {
    if (outcomes.length > 0 && ports.now() > end) break;
    outcomes.push(outcomeOf(issue, await askRetest(ports, issue, person, input)));
  }
  return outcomes;
}

function outcomeOf(issue: string, { error }: Acted): RetestOutcome {
  if (error === undefined) return { issue };
  return { issue, because: retestRefusals.find((one) => one === error.because) ?? 'other' };
}
