import './adf.css';
import type { ReactNode } from 'react';

/** A node of a description. The server makes it, so only what it makes is drawn; the rest shows its text. */
export interface AdfNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: { readonly level?: number; readonly order?: number; readonly href?: string };
  readonly marks?: readonly { readonly type: string; readonly attrs?: { readonly href?: string } }[];
  readonly content?: readonly AdfNode[];
}

/** A description as Jira would show it, in plain elements. */
export function Adf({ node }: { node: AdfNode }): ReactNode {
  const inner = node.content?.map((child, index) => <Adf key={index} node={child} />);
  switch (node.type) {
    case 'text':
      return marked(node);
    case 'hardBreak':
      return <br />;
    case 'paragraph':
      return <p>{inner}</p>;
    // The card's heading is an h3; what stands below it must not leave its outline.
    case 'heading':
      return <p className="sf-adf-heading">{inner}</p>;
    case 'codeBlock':
      return (
        <pre className="sf-adf-code" tabIndex={0}>
          <code>{inner}</code>
        </pre>
      );
    case 'bulletList':
      return <ul>{inner}</ul>;
    case 'orderedList':
      return <ol start={node.attrs?.order ?? 1}>{inner}</ol>;
    case 'listItem':
      return <li>{inner}</li>;
    case 'blockquote':
    case 'panel':
      return <blockquote className="sf-adf-quote">{inner}</blockquote>;
    case 'rule':
      return <hr />;
    case 'table':
      return (
        <table className="sf-adf-table">
          <tbody>{inner}</tbody>
        </table>
      );
    case 'tableRow':
      return <tr>{inner}</tr>;
    case 'tableHeader':
      return <th>{inner}</th>;
    case 'tableCell':
      return <td>{inner}</td>;
    default:
      return <>{inner}</>;
  }
}

function marked({ text = '', marks = [] }: AdfNode): ReactNode {
  return marks.reduce<ReactNode>((inner, { type, attrs }) => {
    if (type === 'strong') return <strong>{inner}</strong>;
    if (type === 'em') return <em>{inner}</em>;
    if (type === 'strike') return <s>{inner}</s>;
    if (type === 'code') return <code className="sf-code">{inner}</code>;
    // A preview: links show where they lead, but are not followed from here.
    return type === 'link' ? (
      <span className="sf-adf-link" title={attrs?.href}>
        {inner}
      </span>
    ) : (
      inner
    );
  }, text);
}
