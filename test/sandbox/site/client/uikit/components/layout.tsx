import type { CSSProperties } from 'react';
import { around, component, type Draw } from '../component';
import { css, cssOf } from '../styles';

interface FlexProps {
  readonly space?: string;
  readonly rowSpace?: string;
  readonly alignBlock?: string;
  readonly alignInline?: string;
  readonly spread?: string;
  readonly grow?: 'hug' | 'fill';
  readonly shouldWrap?: boolean;
  readonly separator?: string;
}

function flex(direction: 'row' | 'column'): Draw {
  return component<FlexProps>((props, children) => {
    const { space, rowSpace = space, alignBlock, alignInline, grow, shouldWrap, separator } = props;
    const [main, cross] = direction === 'row' ? [alignInline, alignBlock] : [alignBlock, alignInline];
    const style: CSSProperties & Record<`--${string}`, string> = {
      '--separator': JSON.stringify(separator ?? ''),
      display: 'flex',
      flexDirection: direction,
      columnGap: css(space),
      rowGap: css(rowSpace),
      alignItems: cross,
      justifyContent: props.spread ?? main,
      flexGrow: grow === 'fill' ? 1 : undefined,
      flexWrap: shouldWrap === true ? 'wrap' : undefined,
    };
    return (
      <div className={separator === undefined ? undefined : 'separated'} style={style}>
        {children}
      </div>
    );
  });
}

interface BoxProps {
  readonly xcss?: object;
  readonly backgroundColor?: string;
  readonly padding?: string;
}

/** Where things stand. */
export const layout: Readonly<Record<string, Draw>> = {
  Root: around((children) => <div className="root">{children}</div>),
  Fragment: around((children) => <>{children}</>),
  ContentWrapper: around((children) => <>{children}</>),
  Stack: flex('column'),
  Inline: flex('row'),
  ButtonGroup: around((children) => <div className="button-group">{children}</div>),
  Box: component<BoxProps>(({ xcss, backgroundColor, padding }, children) => (
    <div style={{ backgroundColor: css(backgroundColor), padding: css(padding), ...cssOf(xcss) }}>
      {children}
    </div>
  )),
  List: component<{ type?: string }>(({ type }, children) =>
    type === 'ordered' ? <ol>{children}</ol> : <ul>{children}</ul>,
  ),
  ListItem: around((children) => <li>{children}</li>),
};
