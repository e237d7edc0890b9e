/** What rules look at. */
import type { Finding, Lifecycle } from '../../contract/finding';
import { attributePrefix } from '../../contract/finding-fields';
import { ownValue } from '../data/own-value';

export interface Subject {
  readonly finding: Finding;
  readonly lifecycle: Lifecycle;
  /** The key of the connection that the finding came from. */
  readonly connection: string;
  /** What was read of it already: for whoever asks many rules about it. */
  readonly known?: Map<string, readonly unknown[]>;
}

/** The values of a field; none where it is absent. */
export function valuesOf(subject: Subject, field: string): readonly unknown[] {
  const known = subject.known?.get(field);
  if (known) return known;
  const value = valueOf(subject, field) ?? [];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  subject.known?.set(field, values);
  return values;
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
