import { severities } from '../../../shared/jql/conditions';
import { isObject } from '../../../shared/is-object';
import type { FoundIssue } from '../../../shared/jira/search';
import type { Severity } from './query';

/** An issue of a finding as the list shows it; what Jira or the finding does not say is absent. */
export interface Row {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly severity?: Severity;
  readonly findingStatus?: string;
  readonly status?: string;
  /** Key of the status category. */
  readonly category?: string;
  readonly product?: string;
  readonly tool?: string;
  readonly cve?: string;
  readonly cvss?: number;
  readonly due?: string;
  readonly assignee?: string;
  readonly created?: string;
  readonly updated?: string;
}

/** What is asked for of each issue. */
export const rowFields = ['summary', 'status', 'assignee', 'created', 'updated'];
export const identityProperty = 'security-finding';

/** Reads an issue. Anybody who may edit it may write its property: what does not fit is left out. */
export function rowOf({ id, key, fields, properties }: FoundIssue): Row {
  const of = objectIn(properties, identityProperty);
  const status = objectIn(fields, 'status');
  const texts = {
    findingStatus: textIn(of, 'status'),
    status: textIn(status, 'name'),
    category: textIn(objectIn(status, 'statusCategory'), 'key'),
    product: textIn(of, 'product'),
    tool: textIn(of, 'tool'),
    cve: textIn(of, 'cve'),
    due: textIn(of, 'due'),
    assignee: textIn(objectIn(fields, 'assignee'), 'displayName'),
    created: textIn(fields, 'created'),
    updated: textIn(fields, 'updated'),
  };
  const severity = severities.find((one) => one === of['severity']);
  const cvss = of['cvss'];
  return {
    id,
    key,
    summary: textIn(fields, 'summary') ?? '',
    ...(severity === undefined ? {} : { severity }),
    ...(typeof cvss === 'number' ? { cvss } : {}),
    ...given(texts),
  };
}

type Named = Readonly<Record<string, unknown>>;

function objectIn(of: Named, name: string): Named {
  const value = of[name];
  return isObject(value) ? value : {};
}

function textIn(of: Named, name: string): string | undefined {
  const value = of[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function given<T extends Named>(texts: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  const entries = Object.entries(texts).filter(([, text]) => text !== undefined);
  return Object.fromEntries(entries) as { [Name in keyof T]?: Exclude<T[Name], undefined> };
}
