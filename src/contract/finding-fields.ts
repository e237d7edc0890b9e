/** The fields of a finding that rules and templates may name, derived from the schema of findings: none is listed twice. */
import { z } from 'zod';
import { Finding, lifecycles, severities } from './finding';

/**
 * What a field holds. `choice` and `severity` take one of `options`; `any` is an attribute, whose type the portal
 * chooses. A `list` holds texts.
 */
export interface FieldShape {
  readonly type: 'text' | 'choice' | 'severity' | 'number' | 'boolean' | 'date' | 'any';
  readonly list?: true;
  readonly options?: readonly string[];
  /** The bounds of a number. */
  readonly least?: number;
  readonly most?: number;
}

interface Node {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly anyOf?: readonly Node[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

/** Of people only account ids are kept, keys of issues to adopt say nothing of the finding, attributes have any name. */
const left = new Set(['assignee', 'existing', 'attributes']);

function withoutNull(node: Node): Node {
  if (typeof node.type === 'object') return { ...node, type: node.type.find((type) => type !== 'null') };
  return node.anyOf?.find(({ type }) => type !== 'null') ?? node;
}

function shapeOf(raw: Node): FieldShape | undefined {
  const node = withoutNull(raw);
  if (node.type === 'array') {
    const item = node.items && shapeOf(node.items);
    return item && { ...item, list: true };
  }
  if (node.enum) return { type: 'choice', options: node.enum.map(String) };
  if (node.format === 'date' || node.format === 'date-time') return { type: 'date' };
  switch (node.type) {
    case 'string':
      return { type: 'text' };
    case 'number':
    case 'integer':
      return { type: 'number', ...boundsOf(node) };
    case 'boolean':
      return { type: 'boolean' };
    default:
      return undefined;
  }
}

/** Schemas of whole numbers name the largest that there are: that is no bound of the field. */
function boundsOf({ minimum, maximum }: Node): Pick<FieldShape, 'least' | 'most'> {
  const isBound = (value: number | undefined) =>
    value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER;
  return {
    ...(isBound(minimum) ? { least: minimum } : {}),
    ...(isBound(maximum) ? { most: maximum } : {}),
  };
}

function fieldsIn(properties: Readonly<Record<string, Node>>, path: string): [string, FieldShape][] {
  return Object.entries(properties).flatMap(([name, raw]): [string, FieldShape][] => {
    if (path === '' && left.has(name)) return [];
    const node = withoutNull(raw);
    if (node.properties) return fieldsIn(node.properties, `${path}${name}.`);
    const shape = shapeOf(node);
    return shape ? [[`${path}${name}`, shape]] : [];
  });
}

function readFields(): ReadonlyMap<string, FieldShape> {
  const schema = z.toJSONSchema(Finding, { io: 'input' }) as Node;
  const own: [string, FieldShape][] = [
    ['severity', { type: 'severity', options: severities }],
    ['assignee.accountId', { type: 'text' }],
    ['lifecycle', { type: 'choice', options: lifecycles }],
    ['connection', { type: 'text' }],
  ];
  return new Map([...fieldsIn(schema.properties ?? {}, ''), ...own]);
}

let known: ReadonlyMap<string, FieldShape> | undefined;

/** Every field by its name, for example `severity` or `location.component`; attributes are not among them. */
export function findingFields(): ReadonlyMap<string, FieldShape> {
  return (known ??= readFields());
}

export const attributePrefix = 'attributes.';

/** What a field holds; undefined: there is no such field. `attributes.<name>` is one for every name. */
export function fieldShape(field: string): FieldShape | undefined {
  if (field.startsWith(attributePrefix) && field.length > attributePrefix.length) return { type: 'any' };
  return findingFields().get(field);
}
