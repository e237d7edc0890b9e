import { path, type JiraAs } from '../../jira-as';
import type { IssueView } from '../../jira-views';

/** `displayConditions` of a module: all of its entries must hold. */
export type DisplayConditions = Readonly<Record<string, unknown>>;

interface PropertyExists {
  readonly entity: string;
  readonly propertyKey: string;
  readonly objectName?: string;
}

/** Whether a module is displayed on this issue. @throws for a condition that the sandbox does not know. */
export async function isDisplayed(
  conditions: DisplayConditions | undefined,
  jira: JiraAs,
  issue: IssueView,
): Promise<boolean> {
  for (const [name, value] of Object.entries(conditions ?? {})) {
    if (!(await holds(name, value, jira, issue))) return false;
  }
  return true;
}

async function holds(name: string, value: unknown, jira: JiraAs, issue: IssueView): Promise<boolean> {
  const nested = value as DisplayConditions;
  switch (name) {
    case 'and':
      return isDisplayed(nested, jira, issue);
    case 'or':
      return (
        await Promise.all(Object.entries(nested).map(([key, one]) => holds(key, one, jira, issue)))
      ).some(Boolean);
    case 'not':
      return !(await isDisplayed(nested, jira, issue));
    case 'entityPropertyExists':
      return propertyExists(value as PropertyExists, jira, issue);
    default:
      throw new Error(`The sandbox does not know the display condition '${name}'.`);
  }
}

async function propertyExists(
  { entity, propertyKey, objectName }: PropertyExists,
  jira: JiraAs,
  issue: IssueView,
): Promise<boolean> {
  if (entity !== 'issue') throw new Error(`The sandbox does not know properties of the entity '${entity}'.`);
  const found = await jira.get<{ value: unknown }>(
    path`/rest/api/3/issue/${issue.id}/properties/${propertyKey}`,
  );
  if (!found.ok) return false;
  return objectName === undefined || valueAt(found.body.value, objectName.split('.')) !== undefined;
}

function valueAt(value: unknown, names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
    value,
  );
}
