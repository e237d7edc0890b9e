import React from 'react';
import { DynamicTable, Link, Lozenge, Text } from '@forge/react';
import type { ShownMember } from '#contract/panel-calls';
import { severityLozenge } from '../format/severity';
import { statusLozenge } from '../format/status';
import { isolated } from '../../shared/isolated';
import { useLanguage } from '../texts/use-language';

const ROWS_A_PAGE = 10;
const columns = ['finding', 'severity', 'status'] as const;

/** The findings of a group that share the issue, worst first, a page at a time; `count`: how many there are in all. */
export function Members({
  members,
  count = members.length,
}: {
  members: readonly ShownMember[];
  count?: number | undefined;
}): React.JSX.Element {
  const { texts } = useLanguage();
  const shown = count > members.length ? ` (${String(members.length)} / ${String(count)})` : '';
  return (
    <DynamicTable
      caption={`${texts.members}${shown}`}
      head={{ cells: columns.map((key) => ({ key, content: texts.memberColumns[key] })) }}
      rows={members.map((member) => ({ key: member.id, cells: cellsOf(member) }))}
      {...(members.length > ROWS_A_PAGE ? { rowsPerPage: ROWS_A_PAGE } : {})}
    />
  );

  function cellsOf(member: ShownMember) {
    const { severity, url } = member;
    const title = isolated(member.title);
    const [weight, state] = [severityLozenge(severity, texts), statusLozenge(member, texts)];
    return [
      {
        key: 'finding',
        content: (
          <Text>
            {url === undefined ? (
              title
            ) : (
              <Link href={url} openNewTab>
                {title}
              </Link>
            )}
          </Text>
        ),
      },
      { key: 'severity', content: <Lozenge appearance={weight.appearance}>{weight.word}</Lozenge> },
      { key: 'status', content: <Lozenge appearance={state.appearance}>{state.word}</Lozenge> },
    ];
  }
}
