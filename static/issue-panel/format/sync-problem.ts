import type { PanelView } from '../../../src/contract/api';

const ADMIN = 'A Jira admin can fix this under Jira settings, Apps, Security Findings.';

/** What is wrong with keeping this issue in step and who can fix it; undefined while nothing is. */
export function syncProblem(sync: PanelView['sync']): string | undefined {
  switch (sync?.state) {
    case 'held':
      return `Held up: ${sentence(sync.reason ?? 'something in Jira stands in the way')} ${ADMIN}`;
    case 'deleted':
      return 'The security portal does not report this finding any more. You can close this issue.';
    case 'skipped':
      return `This issue is not kept in step: ${sentence(sync.reason ?? 'the settings leave this finding out')} ${ADMIN}`;
    case 'pending':
    case 'synced':
    case undefined:
      return undefined;
  }
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
