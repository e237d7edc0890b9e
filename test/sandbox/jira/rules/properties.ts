import { JiraError } from '../http/jira-error';
import { copyOf, isObject, stringOf } from '../json';
import type { Json } from '../json';
import type { IssueRecord } from '../state/model';
import type { World } from '../world';

const VALUE_LIMIT = 32_768;
const KEY_LIMIT = 255;

/** One issue property of a request body. */
export interface PropertyInput {
  readonly key: string;
  readonly value: Json;
}

/** Refuses a key or value beyond Jira's limits. @throws JiraError 400 */
export function checkProperty(key: string, value: Json): void {
  if (key === '' || Buffer.byteLength(key) > KEY_LIMIT)
    throw new JiraError(400, ['The property key must not be empty or longer than 255 bytes.']);
  if (Buffer.byteLength(JSON.stringify(value)) > VALUE_LIMIT)
    throw new JiraError(400, [`The property value cannot be larger than ${String(VALUE_LIMIT)} bytes.`]);
}

/** Reads `properties` of a create or edit body. @throws JiraError 400 */
export function readProperties(value: Json | undefined): PropertyInput[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new JiraError(400, ['The properties must be an array.']);
  return value.map((item) => {
    const key = isObject(item) ? stringOf(item['key']) : undefined;
    const content = isObject(item) ? item['value'] : undefined;
    if (key === undefined || content === undefined)
      throw new JiraError(400, ['Each property needs a key and a value.']);
    checkProperty(key, content);
    return { key, value: content };
  });
}

/** Stores a property; true when it is new. Replaces, never merges. */
export function putProperty(world: World, issue: IssueRecord, key: string, value: Json): boolean {
  const isNew = !(key in issue.properties);
  issue.properties[key] = copyOf(value);
  world.trail.note(issue.id, key, issue.properties[key], world.clock.now());
  return isNew;
}

/** Removes a property; false when there was none. */
export function removeProperty(world: World, issue: IssueRecord, key: string): boolean {
  if (!(key in issue.properties)) return false;
  issue.properties = Object.fromEntries(Object.entries(issue.properties).filter(([name]) => name !== key));
  world.trail.note(issue.id, key, undefined, world.clock.now());
  return true;
}
