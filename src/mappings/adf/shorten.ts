import type { AdfBlock, AdfInline, AdfListItem } from './types';

/** Below this many characters of JSON a piece is left out rather than shortened. */
const minPiece = 120;

/** Length of a node's JSON, which is what the limit counts. */
export function sizeOf(node: unknown): number {
  return JSON.stringify(node).length;
}

/** The beginning of a block in at most `room` characters of JSON; undefined when nothing useful fits. */
export function shorten<Block extends AdfBlock>(block: Block, room: number): Block | undefined;
export function shorten(block: AdfBlock, room: number): AdfBlock | undefined {
  if (room < minPiece) return undefined;
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return filled({ ...block, content: fitInline(block.content, roomIn(block, room)) });
    case 'codeBlock':
      return filled({
        ...block,
        content: block.content.flatMap((text) => fitText(text, roomIn(block, room))),
      });
    case 'bulletList':
    case 'orderedList':
      return filled({ ...block, content: fit(block.content, roomIn(block, room), shortenItem) });
    case 'blockquote':
      return filled({ ...block, content: fit(block.content, roomIn(block, room), shorten) });
    case 'expand':
      return filled({ ...block, content: fit(block.content, roomIn(block, room), shorten) });
    case 'panel':
      return filled({ ...block, content: fit(block.content, roomIn(block, room), shorten) });
    case 'table':
      return filled({ ...block, content: fit(block.content, roomIn(block, room), () => undefined) });
    case 'rule':
      return undefined;
  }
}

function roomIn(block: AdfBlock, room: number): number {
  return room - sizeOf({ ...block, content: [] });
}

function filled<Node extends { readonly content: readonly unknown[] }>(node: Node): Node | undefined {
  return node.content.length === 0 ? undefined : node;
}

function shortenItem(item: AdfListItem, room: number): AdfListItem | undefined {
  return filled({ ...item, content: fit(item.content, room - sizeOf({ ...item, content: [] }), shorten) });
}

/** As many parts as fit, the last of them shortened. */
function fit<Part>(
  parts: readonly Part[],
  room: number,
  shortenPart: (part: Part, room: number) => Part | undefined,
): Part[] {
  const kept: Part[] = [];
  let left = room;
  for (const part of parts) {
    const size = sizeOf(part) + 1;
    if (size > left) {
      const start = left < minPiece ? undefined : shortenPart(part, left - 1);
      return start === undefined ? kept : [...kept, start];
    }
    kept.push(part);
    left -= size;
  }
  return kept;
}

function fitInline(nodes: readonly AdfInline[], room: number): AdfInline[] {
  return fit(nodes, room, (node, left) => (node.type === 'text' ? fitText(node, left)[0] : undefined));
}

/** The beginning of a text, cut at white space where there is some near, with an ellipsis. */
function fitText<Text extends { readonly text: string }>(node: Text, room: number): Text[] {
  const allowed = room - sizeOf({ ...node, text: '…' });
  if (allowed <= 0) return [];
  let length = 0;
  let used = 0;
  for (const character of node.text) {
    used += sizeOf(character) - 2;
    if (used > allowed) break;
    length += character.length;
  }
  if (length === node.text.length) return [node];
  const start = node.text.slice(0, length);
  const space = start.search(/\s\S*$/);
  const kept = (space > length / 2 ? start.slice(0, space) : start).trimEnd();
  return kept === '' ? [] : [{ ...node, text: `${kept}…` }];
}
