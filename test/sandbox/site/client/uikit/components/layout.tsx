import type { CSSProperties } from 'react';
import type { Draw } from '../draw';
import { css, cssOf } from '../styles';

const pass: Draw = (_props, children) => <>{children}</>;

function flex(direction: 'row' | 'column'): Draw {
  return ({ space, rowSpace, alignBlock, alignInline, spread, grow, shouldWrap, separator }, children) => {
    const style: CSSProperties & Record<`--${string}`, string> = {
      '--separator': separator === undefined ? 'none' : JSON.stringify(separator),
      display: 'flex',
      flexDirection: direction,
      columnGap: css(space),
      rowGap: css(rowSpace ?? space),
      alignItems: direction === 'row' ? alignBlock : alignInline,
      justifyContent: spread ?? (direction === 'row' ? alignInline : alignBlock),
      flexGrow: grow === 'fill' ? 1 : undefined,
      flexWrap: shouldWrap === true ? 'wrap' : undefined,
    };
    return (
      <div className="flex" style={style}>
        {children}
      </div>
    );
  };
}

/** Where things stand. */
export const layout: Readonly<Record<string, Draw>> = {
  Root: (_props, children) => <div className="root">{children}</div>,
  Fragment: pass,
  ContentWrapper: pass,
  Stack: flex('column'),
  Inline: flex('row'),
  ButtonGroup: (_props, children) => <div className="button-group">{children}</div>,
  Box: ({ xcss, backgroundColor, padding }, children) => (
    <div style={{ backgroundColor: css(backgroundColor), padding: css(padding), ...cssOf(xcss) }}>{children}</div>
  ),
  List: ({ type }, children) => (type === 'ordered' ? <ol>{children}</ol> : <ul>{children}</ul>),
  ListItem: (_props, children) => <li>{children}</li>,
};
