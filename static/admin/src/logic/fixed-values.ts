/** Values for fields that Jira demands: what people enter, and the raw value that Jira takes. */
import type { ScreenField } from '../jira/types';

/** How a value is entered. */
export const inputKinds = ['choice', 'choices', 'text', 'texts', 'rich', 'number', 'date'] as const;
export type InputKind = (typeof inputKinds)[number];

/** How a field's value is entered; undefined: the page has no input for this type. */
export function inputKind({ type, items, allowed, isRich }: ScreenField): InputKind | undefined {
  if (allowed !== undefined && type === 'array') return 'choices';
  if (allowed !== undefined) return 'choice';
  if (isRich) return 'rich';
  if (type === 'array') return items === 'string' ? 'texts' : undefined;
  if (type === 'string') return 'text';
  return type === 'number' || type === 'date' ? type : undefined;
}

/** What was entered as Jira takes it; undefined when it is empty or does not fit. */
export function toRaw(kind: InputKind, entered: readonly string[]): unknown {
  const [first] = entered.map((text) => text.trim()).filter((text) => text !== '');
  if (first === undefined) return undefined;
  switch (kind) {
    case 'choice':
      return { id: first };
    case 'choices':
      return entered.map((id) => ({ id }));
    case 'texts':
      return [...entered];
    case 'number':
      return Number.isFinite(Number(first)) ? Number(first) : undefined;
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(first) ? first : undefined;
    case 'text':
      return first;
    case 'rich':
      return richText(first);
  }
}

/** The entered values behind a raw one, as far as the page can read it. */
export function fromRaw(raw: unknown): string[] {
  if (typeof raw === 'string') return [raw];
  if (typeof raw === 'number') return [String(raw)];
  if (Array.isArray(raw)) return raw.flatMap(fromRaw);
  if (typeof raw !== 'object' || raw === null) return [];
  if ('id' in raw && typeof raw.id === 'string') return [raw.id];
  if ('text' in raw && typeof raw.text === 'string') return [raw.text];
  return 'content' in raw ? [fromRaw(raw.content).join(' ')] : [];
}

/** A document of one paragraph. */
function richText(text: string): object {
  return { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}
