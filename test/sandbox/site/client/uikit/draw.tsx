import { Fragment, type ReactNode } from 'react';
import { controls } from './components/controls';
import { feedback } from './components/feedback';
import { forms } from './components/forms';
import { layout } from './components/layout';
import { overlays } from './components/overlays';
import { tables } from './components/tables';
import { texts } from './components/texts';
import type { ForgeDoc } from './forge-doc';

/** Draws one component from its props, its drawn children and, where that is not enough, the document itself. */
export type Draw = (props: Props, children: ReactNode, doc: ForgeDoc) => ReactNode;

/** Props as they come: the app decides what is in them. */
export type Props = Readonly<Record<string, never>>;

const components: Readonly<Record<string, Draw>> = {
  ...layout,
  ...texts,
  ...feedback,
  ...controls,
  ...forms,
  ...tables,
  ...overlays,
};

/** A document and all that is in it. A component that the sandbox does not know says so where it would stand. */
export function draw(doc: ForgeDoc): ReactNode {
  const component = components[doc.type];
  if (!component) {
    console.error(`The sandbox does not draw the UI Kit component '${doc.type}'.`);
    return (
      <div key={doc.key} role="alert" className="unsupported">
        The sandbox does not draw the UI Kit component “{doc.type}”.
      </div>
    );
  }
  const children = doc.children.length === 0 ? undefined : doc.children.map(draw);
  return <Fragment key={doc.key}>{component(doc.props as Props, children, doc)}</Fragment>;
}
