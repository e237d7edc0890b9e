import './sentence.css';
import { Fragment, type ReactNode } from 'react';

interface SentenceProps {
  /** The sentence; `{name}` marks where a control stands, so that each language can put it where it belongs. */
  readonly text: string;
  readonly slots: Readonly<Record<string, ReactNode>>;
}

/** A sentence with controls in it; what ends a clause stays with the control before it. */
export function Sentence({ text, slots }: SentenceProps) {
  return (
    <div className="sf-sentence">
      {text.split(/(\{\w+\}[.,:;]?)/).map((part) => {
        const [, slot, end = ''] = /^\{(\w+)\}(.?)$/.exec(part) ?? [];
        if (slot === undefined) return part.trim() === '' ? null : <span key={part}>{part.trim()}</span>;
        if (end === '') return <Fragment key={part}>{slots[slot]}</Fragment>;
        return (
          <span key={part} className="sf-sentence-end">
            {slots[slot]}
            {end}
          </span>
        );
      })}
    </div>
  );
}
