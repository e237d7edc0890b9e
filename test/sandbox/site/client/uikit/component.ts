import type { ReactNode } from 'react';
import type { ForgeDoc } from './forge-doc';

/** Draws one component from its props, its drawn children and, where that is not enough, the document itself. */
export type Draw = (props: Props, children: ReactNode, doc: ForgeDoc) => ReactNode;

/** Props as they come over the bridge. */
export type Props = Readonly<Record<string, unknown>>;

/** A component with the props that UI Kit documents for it; TypeScript held the app to them already. */
export function component<P extends object>(
  paint: (props: P, children: ReactNode, doc: ForgeDoc) => ReactNode,
): Draw {
  return (props, children, doc) => paint(props as P, children, doc);
}

/** A component that is an element around its children and no more. */
export function around(paint: (children: ReactNode) => ReactNode): Draw {
  return (_props, children) => paint(children);
}
