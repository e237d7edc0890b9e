import { idOf, isObject, stringOf } from '../json';
import type { Json } from '../json';
import {
  componentView,
  optionView,
  priorityView,
  resolutionView,
  securityLevelView,
  versionView,
} from '../views/choice-views';
import { FieldError } from './codec';
import type { Described, FieldCodec } from './codec';

interface Named {
  readonly id: string;
  readonly name: string;
}

const NOTHING: Described = { id: null, text: null };

/** The choice a `{id}` or `{name}` names; names count exactly. Undefined when there is none. */
function choose<T extends Named>(value: Json, choices: readonly T[]): T | undefined {
  if (!isObject(value)) return undefined;
  const id = idOf(value['id']);
  if (id !== undefined) return choices.find((choice) => choice.id === id);
  return choices.find((choice) => choice.name === value['name']);
}

function describeOne(stored: Json, choices: Iterable<Named>): Described {
  for (const choice of choices) if (choice.id === stored) return { id: choice.id, text: choice.name };
  return NOTHING;
}

function describeMany(stored: Json, choices: readonly Named[]): Described {
  const ids = Array.isArray(stored) ? stored : [];
  const chosen = choices.filter((choice) => ids.includes(choice.id));
  if (chosen.length === 0) return NOTHING;
  return { id: chosen.map((c) => c.id).join(','), text: chosen.map((c) => c.name).join(',') };
}

/** One priority of the project's scheme. */
export const priorityCodec: FieldCodec = {
  view(stored, world) {
    const priority = typeof stored === 'string' ? world.state.priorities.get(stored) : undefined;
    return priority ? priorityView(world, priority) : null;
  },
  describe: (stored, world) => describeOne(stored, world.state.priorities.values()),
  parse(value, { world, project }) {
    if (value === null) return project.defaultPriorityId;
    const priority = choose(value, [...world.state.priorities.values()]);
    if (!priority || !project.priorityIds?.includes(priority.id))
      throw new FieldError('The priority selected is invalid.');
    return priority.id;
  },
};

/** One of the site's resolutions; names are case-sensitive. */
export const resolutionCodec: FieldCodec = {
  view(stored, world) {
    const resolution = typeof stored === 'string' ? world.state.resolutions.get(stored) : undefined;
    return resolution ? resolutionView(world, resolution) : null;
  },
  describe: (stored, world) => describeOne(stored, world.state.resolutions.values()),
  parse(value, { world }) {
    if (value === null) return null;
    if (!isObject(value) || (value['id'] ?? value['name']) === undefined)
      throw new FieldError("Could not find valid 'id' or 'name' in resolution object.");
    const resolution = choose(value, [...world.state.resolutions.values()]);
    if (resolution) return resolution.id;
    const id = idOf(value['id']);
    throw new FieldError(
      id
        ? `Resolution id '${id}' is not valid.`
        : `Resolution name '${String(stringOf(value['name']))}' is not valid`,
    );
  },
};

/** Components of the project, as `{id}` or `{name}`. */
export const componentsCodec: FieldCodec = {
  view: (stored, world, project) =>
    project.components
      .filter((c) => Array.isArray(stored) && stored.includes(c.id))
      .map((c) => componentView(world, c)),
  describe: (stored, _world, project) => describeMany(stored, project.components),
  parse: (value, { project }) => parseList(value, project.components, 'Component'),
};

/** One version of the project, as `{id}` or `{name}`. */
export const versionCodec: FieldCodec = {
  view(stored, world, project) {
    const version = project.versions.find((one) => one.id === stored);
    return version ? versionView(world, project, version) : null;
  },
  describe: (stored, _world, project) => describeOne(stored, project.versions),
  parse(value, { project }) {
    const ids = value === null ? null : parseList([value], project.versions, 'Version');
    return Array.isArray(ids) ? (ids[0] ?? null) : null;
  },
};

/** Versions of the project, as `{id}` or `{name}`. */
export const versionsCodec: FieldCodec = {
  view: (stored, world, project) =>
    project.versions
      .filter((v) => Array.isArray(stored) && stored.includes(v.id))
      .map((v) => versionView(world, project, v)),
  describe: (stored, _world, project) => describeMany(stored, project.versions),
  parse: (value, { project }) => parseList(value, project.versions, 'Version'),
};

function parseList(value: Json, choices: readonly Named[], noun: string): Json {
  if (value === null) return null;
  if (!Array.isArray(value)) throw new FieldError('data was not an array');
  const ids = value.map((item) => {
    if (!isObject(item)) throw new FieldError(`expected Object containing an 'id' or 'name' property`);
    const chosen = choose(item, choices);
    if (chosen) return chosen.id;
    const id = idOf(item['id']);
    throw new FieldError(
      id ? `${noun} id '${id}' is not valid` : `${noun} name '${stringOf(item['name']) ?? ''}' is not valid`,
    );
  });
  return ids.length === 0 ? null : [...new Set(ids)];
}

/** One option of a select list, as `{id}` or `{value}`. */
export const optionCodec: FieldCodec = {
  view(stored, world, _project, field) {
    const option = field.options.find((o) => o.id === stored);
    return option ? optionView(world, option) : null;
  },
  describe: (stored, _world, _project, field) =>
    describeOne(
      stored,
      field.options.map((o) => ({ id: o.id, name: o.value })),
    ),
  parse: (value, { field }) => (value === null ? null : parseOption(value, field)),
};

/** Several options of a multi-select list. */
export const optionsCodec: FieldCodec = {
  view: (stored, world, _project, field) =>
    field.options
      .filter((o) => Array.isArray(stored) && stored.includes(o.id))
      .map((o) => optionView(world, o)),
  describe: (stored, _world, _project, field) =>
    describeMany(
      stored,
      field.options.map((o) => ({ id: o.id, name: o.value })),
    ),
  parse(value, { field }) {
    if (value === null) return null;
    if (!Array.isArray(value)) throw new FieldError(`Specify the value for ${field.name} in an array`);
    return value.length === 0 ? null : [...new Set(value.map((item) => parseOption(item, field)))];
  },
};

/** The id of the option that `{id}` or `{value}` names. @throws FieldError where there is none */
export function parseOption(
  value: Json,
  field: { name: string; options: readonly { id: string; value: string }[] },
): string {
  if (!isObject(value)) throw new FieldError(`Specify a valid 'id' or 'name' for ${field.name}`);
  const id = idOf(value['id']);
  const option = field.options.find((o) => (id === undefined ? o.value === value['value'] : o.id === id));
  if (option) return option.id;
  throw new FieldError(
    id === undefined
      ? `Option value '${stringOf(value['value']) ?? ''}' is not valid`
      : `Option id '${id}' is not valid`,
  );
}

/** A security level of the project. */
export const securityCodec: FieldCodec = {
  view(stored, world, project) {
    const level = project.securityLevels.find((l) => l.id === stored);
    return level ? securityLevelView(world, level) : null;
  },
  describe: (stored, _world, project) => describeOne(stored, project.securityLevels),
  parse(value, { project }) {
    if (value === null) return null;
    const level = choose(value, project.securityLevels);
    if (!level) throw new FieldError('The security level selected is invalid.');
    return level.id;
  },
};
