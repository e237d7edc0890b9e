/** What rules look at. */
import type { Finding, Lifecycle } from '../../contract/finding';
import { attributePrefix } from '../../contract/finding-fields';
import { ownValue } from '../data/own-value';

export interface Subject {
  readonly finding: Finding;
  readonly lifecycle: Lifecycle;
  /** The key of the connection that the finding came from. */
  readonly connection: string;
}

/** The values of a field; none where it is absent. */
export function valuesOf(subject: Subject, field: string): unknown[] {
  const value = valueOf(subject, field);
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function valueOf({ finding, lifecycle, connection }: Subject, field: string): unknown {
  if (field === 'lifecycle') return lifecycle;
  if (field === 'connection') return connection;
  // Names of attributes may hold dots.
  if (field.startsWith(attributePrefix))
    return ownValue(finding.attributes, field.slice(attributePrefix.length));
  return field.split('.').reduce<unknown>(ownPart, finding);
}

function ownPart(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? ownValue(value as Record<string, unknown>, name)
    : undefined;
}
