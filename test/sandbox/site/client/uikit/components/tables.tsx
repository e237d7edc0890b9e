import DynamicTable from '@atlaskit/dynamic-table';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import type { ComponentProps, ReactNode } from 'react';
import { draw, type Draw } from '../draw';
import type { ForgeDoc } from '../forge-doc';
import { wired } from '../wire';

interface CellOf {
  readonly key: string;
  readonly content: ReactNode;
}

/** @forge/react puts the head and the rows of a table into wrappers of these names. */
function wrapped(doc: ForgeDoc, name: string): readonly ForgeDoc[] {
  return doc.children.find((child) => child.type === 'ContentWrapper' && child.props['name'] === name)?.children ?? [];
}

function cells(docs: readonly ForgeDoc[]): CellOf[] {
  return docs.map(({ key, props, children }) => ({ ...props, key: String(props['cellKey'] ?? key), content: children.map(draw) }));
}

const table: Draw = (props, _children, doc) => (
  <DynamicTable
    {...wired<ComponentProps<typeof DynamicTable>>(props)}
    head={{ cells: cells(wrapped(doc, 'head')) }}
    rows={wrapped(doc, 'rows').map(({ key, props: row, children }) => ({ key: String(row['rowKey'] ?? key), cells: cells(children) }))}
  />
);

/** Tables and tabs. */
export const tables: Readonly<Record<string, Draw>> = {
  DynamicTable: table,
  Tabs: (props, children) => (
    <Tabs {...wired<ComponentProps<typeof Tabs>>(props)} id="tabs">
      {children}
    </Tabs>
  ),
  TabList: (_props, children) => <TabList>{children}</TabList>,
  Tab: (_props, children) => <Tab>{children}</Tab>,
  TabPanel: (_props, children) => (
    <TabPanel>
      <div>{children}</div>
    </TabPanel>
  ),
};
