import './sentence.css';
import { Fragment, type ReactNode } from 'react';

interface SentenceProps {
  /** The sentence; `{name}` marks where a control stands, so that each language can put it where it belongs. */
  readonly text: string;
  readonly slots: Readonly<Record<string, ReactNode>>;
}

/** A sentence with controls in it. */
export function Sentence({ text, slots }: SentenceProps) {
  return (
    <div className="sf-sentence">
      {text.split(/(\{\w+\})/).map((part) => {
        const slot = /^\{(\w+)\}$/.exec(part)?.[1];
        if (slot === undefined) return part.trim() === '' ? null : <span key={part}>{part.trim()}</span>;
        return <Fragment key={part}>{slots[slot]}</Fragment>;
      })}
    </div>
  );
}
