import { invoke } from '@forge/bridge';
import type { FindingSearch, LinkFindingAnswer, LinkFindingInput } from '#contract/link-finding-calls';
import type { PanelAnswer, PanelError } from '#contract/panel-calls';

/** Findings that the issue may become an issue of, or why there are none to choose from. */
export async function searchFindings(text: string): Promise<LinkFindingAnswer<FindingSearch>> {
  try {
    const input: LinkFindingInput<'finding.search'> = { text };
    const answer: object = await invoke<FindingSearch>('finding.search', input);
    return answer as LinkFindingAnswer<FindingSearch>;
  } catch (error) {
    return { error: unanswered(error) };
  }
}

/** Links the issue; answers why not, if not. */
export async function linkFinding(ref: string): Promise<PanelError | undefined> {
  try {
    const input: LinkFindingInput<'finding.link'> = { ref };
    const answer: object = await invoke<PanelAnswer>('finding.link', input);
    return (answer as PanelAnswer).error;
  } catch (error) {
    return unanswered(error);
  }
}

/** A call that got no answer counts as unavailable. */
function unanswered(error: unknown): PanelError {
  return { code: 'unavailable', message: error instanceof Error ? error.message : String(error) };
}
