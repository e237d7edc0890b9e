import { Fragment, type ReactNode } from 'react';
import type { Draw } from './component';
import { charts } from './components/charts';
import { controls } from './components/controls';
import { feedback } from './components/feedback';
import { forms } from './components/forms';
import { layout } from './components/layout';
import { overlays } from './components/overlays';
import { tables } from './components/tables';
import { texts } from './components/texts';
import type { ForgeDoc } from './forge-doc';

const components: Readonly<Record<string, Draw>> = {
  ...layout,
  ...texts,
  ...feedback,
  ...controls,
  ...forms,
  ...tables(draw),
  ...overlays,
  ...charts,
};

/** A document and all that is in it. A component that the sandbox does not know says so where it would stand. */
export function draw(doc: ForgeDoc): ReactNode {
  const paint = components[doc.type];
  if (!paint) {
    console.error(`The sandbox does not draw the UI Kit component '${doc.type}'.`);
    return (
      <div key={doc.key} role="alert" className="unsupported">
        The sandbox does not draw the UI Kit component “{doc.type}”.
      </div>
    );
  }
  const inside = doc.children.filter((child) => !isWrapped(child));
  const children = inside.length === 0 ? undefined : inside.map(draw);
  return <Fragment key={doc.key}>{paint(doc.props, children, doc)}</Fragment>;
}

/** Parts that a component draws itself, because they are given to it and do not stand in it. */
function isWrapped({ type, props }: ForgeDoc): boolean {
  return type === 'ContentWrapper' && props['name'] !== undefined;
}
