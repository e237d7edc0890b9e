import { json } from '../http/jira-error';
import { pageBean, pageOf } from '../http/paging';
import { SCOPES } from '../http/route';
import type { Call, Route } from '../http/route';
import { operationsOf, schemaOf } from '../fields/field-schema';
import type { JsonObject } from '../json';
import { canSeeProject } from '../rules/permissions';
import type { FieldRecord } from '../state/model';
import { selfOf } from '../views/choice-views';

/** The fields of the site. */
export const fieldRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/field',
    scopes: SCOPES.readWork,
    handle: list,
  },
  { method: 'GET', path: '/rest/api/3/field/search', scopes: SCOPES.readWork, handle: search },
];

function list(call: Call): ReturnType<Route['handle']> {
  call.cost.points += 1;
  return json(200, visible(call).map(fieldView));
}

function visible({ world, actor }: Call): FieldRecord[] {
  return [...world.state.fields.values()].filter((field) => {
    const owner = field.projectId === null ? undefined : world.state.projects.get(field.projectId);
    return field.projectId === null || (owner !== undefined && canSeeProject(world, actor.accountId, owner));
  });
}

function fieldView(field: FieldRecord): JsonObject {
  const number = field.id.replace('customfield_', '');
  return {
    id: field.id,
    key: field.id,
    name: field.name,
    custom: field.custom,
    orderable: operationsOf(field).length > 0,
    navigable: field.id !== 'comment',
    searchable: field.clauseNames.length > 0,
    clauseNames: field.custom ? [`cf[${number}]`, field.name] : field.clauseNames,
    schema: schemaOf(field),
    ...(field.projectId === null ? {} : { scope: { type: 'PROJECT', project: { id: field.projectId } } }),
  };
}

function search(call: Call): ReturnType<Route['handle']> {
  const { query, world } = call;
  call.cost.points += 1;
  const types = query.list('type');
  const ids = query.list('id');
  const text = query.one('query')?.toLowerCase() ?? '';
  const found = visible(call)
    .filter((field) => types.length === 0 || types.includes(field.custom ? 'custom' : 'system'))
    .filter((field) => ids.length === 0 || ids.includes(field.id))
    .filter((field) => field.name.toLowerCase().includes(text))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .map((field) => ({
      id: field.id,
      name: field.name,
      key: field.id,
      schema: schemaOf(field),
      description: '',
    }));
  return json(200, pageBean(found, pageOf(query), selfOf(world, 'field/search')));
}
