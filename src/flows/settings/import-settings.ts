/** A settings document from elsewhere: names become ids of this site, and what changes is shown before it is saved. */
import { z } from 'zod';
import type { SettingsChange, SettingsVersions } from '../../contract/api';
import { type FieldProblem, fieldProblems } from '../../contract/invalid-fields';
import type { Message } from '../../contract/messages/message';
import type { RefKind } from '../../contract/messages/terms';
import {
  type SectionName,
  sectionNames,
  sectionSchemas,
  type SettingsDocument,
  settingsVersion,
} from '../../contract/settings';
import { upgradeDocument } from '../../contract/stored/settings';
import {
  changeAt,
  pathText,
  refName,
  type RefChange,
  type RefPlace,
  refPlaces,
  withRefs,
} from '../../core/settings/references';
import { connectionsNamed } from '../../core/rules/connections-named';
import { resolveRef } from '../../core/settings/resolve-ref';
import { diffValues } from '../../core/settings/settings-diff';
import { checkRules } from '../../core/settings/settings-rules';
import { switchOffIncomplete } from '../../core/settings/switch-off';
import { checkMasking } from './check-masking';
import { checkTemplates } from './check-templates';
import { findThings } from './find-things';
import { learnWorkflows } from './learn-workflows';
import type { Ports } from '../ports';

export type ImportOutcome =
  | {
      readonly ok: true;
      readonly changes: SettingsChange[];
      readonly unresolved: FieldProblem[];
      readonly applied: boolean;
      /** The versions that the changes build on, or after `applied` the new ones. */
      readonly versions: SettingsVersions;
    }
  | { readonly ok: false; readonly why: 'conflict' | 'unavailable' }
  | { readonly ok: false; readonly why: 'invalid'; readonly errors: FieldProblem[] };

export interface ImportWish {
  readonly document: unknown;
  readonly apply: boolean;
  readonly by: string;
  /** The versions of the dry run; when somebody saved in between the import is a conflict. */
  readonly versions?: Partial<SettingsVersions> | undefined;
}

/** Sections that the document does not hold stay as they are. Nothing is saved unless every section is valid. */
export async function importSettings(ports: Ports, wish: ImportWish): Promise<ImportOutcome> {
  const current = await ports.settings.read();
  const moved = sectionNames.some(
    (name) => (wish.versions?.[name] ?? current.versions[name]) !== current.versions[name],
  );
  if (moved) return { ok: false, why: 'conflict' };
  const read = readDocument(wish.document);
  if (!read.ok) return { ok: false, why: 'invalid', errors: read.errors };
  const wanted: SettingsDocument = { ...current.document, ...read.sections };
  const errors: FieldProblem[] = [];
  for (const name of read.names) {
    const found = name === 'masking' ? checkMasking(wanted.masking) : checkRules(name, wanted);
    for (const error of [...found, ...(await checkTemplates(name, wanted))])
      errors.push(inSection(name, error));
  }
  if (errors.length > 0) return { ok: false, why: 'invalid', errors };
  const resolved = await resolveAll(ports, wanted, read.names, read.from);
  if (!resolved.ok) return { ok: false, why: 'unavailable' };
  const changed = sectionNames.filter(
    (name) => diffValues(current.document[name], resolved.document[name]).length > 0,
  );
  const changes = changed.flatMap((name) =>
    diffValues(current.document[name], resolved.document[name], name),
  );
  const unresolved = [...resolved.unresolved, ...(await foreignConnections(ports, wanted, read.names))];
  if (!wish.apply) return { ok: true, changes, unresolved, applied: false, versions: current.versions };
  if (changed.includes('products'))
    await ports.products.note(Object.keys(resolved.document.products), ports.now());
  if (['spaces', 'products', 'rules'].some((name) => changed.some((one) => one === name)))
    await learnWorkflows(ports, resolved.document);
  const saved = await saveAll(ports, changed, current.document, resolved.document, current.versions, wish.by);
  if (!saved) return { ok: false, why: 'conflict' };
  if (changed.includes('sla')) await ports.bells.ringSla();
  return { ok: true, changes, unresolved, applied: true, versions: saved };
}

const Head = z.looseObject({
  format: z.literal('security-findings-settings'),
  version: z.literal(settingsVersion),
  exportedFrom: z.string().optional(),
});

type ReadDocument =
  | {
      readonly ok: true;
      readonly names: SectionName[];
      readonly sections: Partial<SettingsDocument>;
      readonly from: string | undefined;
    }
  | { readonly ok: false; readonly errors: FieldProblem[] };

/** Each section that the document holds, in its shape. */
function readDocument(document: unknown): ReadDocument {
  const head = Head.safeParse(upgradeDocument(document));
  if (!head.success) return { ok: false, errors: fieldProblems(head.error) };
  const names = sectionNames.filter((name) => head.data[name] !== undefined);
  const errors: FieldProblem[] = [];
  const sections: Record<string, unknown> = {};
  for (const name of names) {
    const parsed = sectionSchemas[name].safeParse(head.data[name]);
    if (parsed.success) sections[name] = parsed.data;
    else errors.push(...fieldProblems(parsed.error).map((error) => inSection(name, error)));
  }
  return errors.length > 0
    ? { ok: false, errors }
    : { ok: true, names, sections, from: head.data.exportedFrom };
}

function inSection(name: SectionName, { path, message }: FieldProblem): FieldProblem {
  return { path: path === '' ? name : `${name}.${path}`, message };
}

type ResolvedDocument =
  | { readonly ok: true; readonly document: SettingsDocument; readonly unresolved: FieldProblem[] }
  | { readonly ok: false };

const passes: readonly ((kind: RefKind) => boolean)[] = [
  (kind) => kind === 'project',
  (kind) => kind === 'issueType',
  (kind) => kind !== 'project' && kind !== 'issueType' && kind !== 'fieldValue',
  (kind) => kind === 'fieldValue',
];

/** Projects first, then issue types, fields and the rest, then values: the later ones are looked for in those found before. */
async function resolveAll(
  ports: Ports,
  wanted: SettingsDocument,
  names: readonly SectionName[],
  from: string | undefined,
): Promise<ResolvedDocument> {
  const sameSite = from === undefined ? undefined : from === (await ports.site.url());
  const unresolved: FieldProblem[] = [];
  let document = wanted;
  for (const belongs of passes) {
    const places = refPlaces(document).filter(
      ({ path, kind }) => belongs(kind) && names.some((name) => name === path[0]),
    );
    const changes: RefChange[] = [];
    for (const place of places) {
      const things = await findThings(ports, place, document);
      if (!things.ok && things.failure.kind !== 'refused') return { ok: false };
      const found = things.ok ? resolveRef(place.ref, things.value, sameSite) : hidden;
      if (!found.ok)
        unresolved.push({ path: pathText(place.path), message: whyUnresolved(place, found.namesakes) });
      if (!found.ok || !place.isKey) changes.push(changeAt(place, found.ok ? found.ref : undefined));
    }
    document = withRefs(document, changes);
  }
  const safe = switchOffIncomplete(document, names);
  return { ok: true, document: safe.document, unresolved: [...unresolved, ...safe.switchedOff] };
}

const hidden = { ok: false, namesakes: undefined } as const;

/** Why a reference was not resolved; without a number Jira did not show the things at all. */
function whyUnresolved({ ref }: RefPlace, namesakes: number | undefined): Message {
  const name = refName(ref);
  if (namesakes === undefined) return { code: 'hiddenHere', name };
  return namesakes > 1 ? { code: 'severalHere', name, count: namesakes } : { code: 'notFoundHere', name };
}

/** Rules may speak of portals that are not connected here: such a condition is taken as it is, and told. */
async function foreignConnections(
  ports: Ports,
  { rules }: SettingsDocument,
  names: readonly SectionName[],
): Promise<FieldProblem[]> {
  const named = names.includes('rules') ? connectionsNamed(rules) : [];
  if (named.length === 0) return [];
  const known = new Set((await ports.connections.list()).map(({ key }) => key));
  return named
    .filter(({ connection }) => !known.has(connection.toLowerCase()))
    .map(({ path, connection }) => ({
      path: `rules.${path}`,
      message: { code: 'notFoundHere', name: connection },
    }));
}

/** All sections or none: what was saved before a conflict is put back. */
async function saveAll(
  ports: Ports,
  names: readonly SectionName[],
  before: SettingsDocument,
  after: SettingsDocument,
  versions: SettingsVersions,
  by: string,
): Promise<SettingsVersions | undefined> {
  const saved: SectionName[] = [];
  for (const name of names) {
    if (!(await ports.settings.save(name, versions[name], after[name], by))) {
      for (const one of saved) await ports.settings.save(one, versions[one] + 1, before[one], by);
      return undefined;
    }
    saved.push(name);
  }
  return (await ports.settings.read()).versions;
}
