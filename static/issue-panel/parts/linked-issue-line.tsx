import React from 'react';
import { Inline, Link, Lozenge, Text } from '@forge/react';
import { categoryAppearance } from '../format/status';
import { isolated } from '../../shared/isolated';
import type { LinkedIssue } from '../data/read-linked-issue';

/** The issue on the other side as Jira shows issues: key, summary, status. */
export function LinkedIssueLine({ issue, side }: { issue: LinkedIssue; side: string }): React.JSX.Element {
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      <Text color="color.text.subtlest">{side}</Text>
      <Text>
        <Link href={`/browse/${issue.key}`}>{issue.key}</Link>
      </Text>
      <Text>{isolated(issue.summary)}</Text>
      <Lozenge appearance={categoryAppearance(issue.category)}>{issue.status}</Lozenge>
    </Inline>
  );
}
