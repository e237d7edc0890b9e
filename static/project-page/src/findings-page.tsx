import { useState } from 'react';
import Heading from '@atlaskit/heading';
import { countIssues } from '../../shared/jira/search';
import { findRows, type RowPage, readNumbers } from './data/find';
import type { Place } from './data/place';
import { useAsked } from './data/use-asked';
import { columnsFrom } from './logic/columns';
import {
  conditionsOf,
  type Filter,
  inOrder,
  isFiltered,
  noFilter,
  type Sort,
  worstFirst,
} from './logic/query';
import { keptColumns, keepColumns } from './data/kept-columns';
import { Empty } from './parts/empty';
import { Filters } from './parts/filters';
import { FindingTable } from './parts/finding-table';
import { Numbers } from './parts/numbers';
import { Pager } from './parts/pager';
import { Problem } from './parts/problem';
import { Toolbar } from './parts/toolbar';
import { useLanguage } from './texts/texts';

/** The findings of a project: a list first, with a few numbers above it. */
export function FindingsPage({ place }: { readonly place: Place }) {
  const { texts } = useLanguage();
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [sort, setSort] = useState<Sort>(worstFirst);
  const [columns, setColumns] = useState(() => columnsFrom(keptColumns()));
  const [selected, setSelected] = useState<ReadonlyMap<string, string>>(new Map());
  /** Where the pages up to the one on view begin; the first has no token. */
  const [tokens, setTokens] = useState<readonly (string | undefined)[]>([undefined]);

  const conditions = conditionsOf(place.project, filter);
  const jql = inOrder(conditions, sort);
  const token = tokens.at(-1);
  const page = useAsked<RowPage>(`${jql} ${token ?? ''}`, () => findRows(jql, token));
  const total = useAsked(conditions, () => countIssues(conditions));
  const numbers = useAsked(place.project, () => readNumbers(place.project));

  function ask(next: { filter?: Filter; sort?: Sort }): void {
    if (next.filter !== undefined) setFilter(next.filter);
    if (next.sort !== undefined) setSort(next.sort);
    setTokens([undefined]);
    setSelected(new Map());
  }
  const rows = page.value?.rows ?? [];
  return (
    <main className="pp-main" aria-label={texts.title}>
      <header>
        <Heading size="large" as="h1">
          {texts.title}
        </Heading>
        <p className="pp-subtle">{texts.intro}</p>
      </header>
      <Numbers
        numbers={numbers.value}
        filter={filter}
        onFilter={(changed) => {
          ask({ filter: changed });
        }}
      />
      <Filters
        project={place.project}
        filter={filter}
        seen={rows}
        onFilter={(changed) => {
          ask({ filter: changed });
        }}
      />
      <Toolbar
        place={place}
        jql={jql}
        total={total.value}
        columns={columns}
        onColumns={(chosen) => {
          setColumns(chosen);
          keepColumns(chosen);
        }}
        selected={selected}
        onRetested={() => {
          setSelected(new Map());
        }}
      />
      {page.problem !== undefined && <Problem says={page.problem} again={page.again} />}
      {page.value === undefined && page.problem === undefined && (
        <p role="status" aria-label={texts.loading}>
          {texts.loading}
        </p>
      )}
      {page.value !== undefined && rows.length === 0 && <Empty isFiltered={isFiltered(filter)} />}
      {rows.length > 0 && (
        <FindingTable
          rows={rows}
          columns={columns}
          sort={sort}
          onSort={(changed) => {
            ask({ sort: changed });
          }}
          selected={selected}
          onSelect={setSelected}
          siteUrl={place.siteUrl}
          busy={page.busy}
        />
      )}
      <Pager
        number={tokens.length}
        next={page.value?.next}
        busy={page.busy}
        onNext={(next) => {
          setTokens([...tokens, next]);
        }}
        onPrevious={() => {
          setTokens(tokens.slice(0, -1));
        }}
      />
    </main>
  );
}
