import DynamicTable from '@atlaskit/dynamic-table';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import type { ComponentProps, ReactNode } from 'react';
import { around, component, type Draw } from '../component';
import type { ForgeDoc } from '../forge-doc';
import { wired } from '../wire';

type TableProps = ComponentProps<typeof DynamicTable>;
type TabsProps = ComponentProps<typeof Tabs>;

/** Tables and tabs. Cells are drawn by `draw`, because they lie in wrappers and not among the children. */
export function tables(draw: (doc: ForgeDoc) => ReactNode): Readonly<Record<string, Draw>> {
  const cells = (docs: readonly ForgeDoc[]) =>
    docs.map(({ key, props, children }) => ({
      ...props,
      key: keyOf(props['cellKey'], key),
      content: children.map(draw),
    }));
  const rows = (docs: readonly ForgeDoc[]) =>
    docs.map(({ key, props, children }) => ({ key: keyOf(props['rowKey'], key), cells: cells(children) }));
  return {
    DynamicTable: component<TableProps>((props, _children, doc) => (
      <DynamicTable
        {...wired<TableProps>(props)}
        head={{ cells: cells(wrapped(doc, 'head')) }}
        rows={rows(wrapped(doc, 'rows'))}
      />
    )),
    // Parts of a table, which the table draws itself.
    Row: () => null,
    Cell: () => null,
    Tabs: component<TabsProps>((props, children) => (
      <Tabs {...wired<TabsProps>(props)} id="tabs">
        {children}
      </Tabs>
    )),
    TabList: around((children) => <TabList>{children}</TabList>),
    Tab: around((children) => <Tab>{children}</Tab>),
    TabPanel: around((children) => (
      <TabPanel>
        <div>{children}</div>
      </TabPanel>
    )),
  };
}

/** @forge/react puts the head and the rows of a table into wrappers of these names. */
function wrapped(doc: ForgeDoc, name: string): readonly ForgeDoc[] {
  const wrapper = doc.children.find(
    (child) => child.type === 'ContentWrapper' && child.props['name'] === name,
  );
  return wrapper?.children ?? [];
}

function keyOf(given: unknown, otherwise: string): string {
  return typeof given === 'string' || typeof given === 'number' ? String(given) : otherwise;
}
