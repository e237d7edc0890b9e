/** What settings must be beyond their shape before they are saved. Paths count from the section. */
import { builtInStatuses } from '../../contract/finding';
import type { FieldProblem } from '../../contract/invalid-fields';
import type { Message } from '../../contract/messages/message';
import {
  assigneeChoice,
  type Ref,
  roles,
  type SectionName,
  type SettingsDocument,
  type Space,
  type SpaceOverride,
} from '../../contract/settings';
import { checkRules as checkConditions } from '../rules/check-rules';
import { checkRows } from './check-rows';
import { checkSla } from './check-sla';
import { pathText, refPlaces } from './references';
import { effectiveSpace } from './spaces';
import { checkTemplatesOfRules, checkTemplateUse } from './which-template';

/** What is wrong with a section of this document, which holds the section as it would be saved. */
export function checkSection(section: SectionName, document: SettingsDocument): FieldProblem[] {
  return [
    ...refsWithoutId(section, document),
    ...refsWithOddId(section, document),
    ...checkRules(section, document),
  ];
}

/** The same for a document whose references may still be names. */
export function checkRules(section: SectionName, document: SettingsDocument): FieldProblem[] {
  switch (section) {
    case 'spaces':
      return roles.flatMap((role) => [
        ...incomplete(document.spaces[role], role),
        ...checkValues(document.spaces[role], role),
      ]);
    case 'products':
      return Object.entries(document.products).flatMap(([product, overrides]) =>
        roles
          .filter((role) => overrides[role] !== undefined)
          .flatMap((role) => [
            ...incomplete(effectiveSpace(document, role, product).space, `${product}.${role}`),
            ...checkValues(overrides[role], `${product}.${role}`),
          ]),
      );
    case 'rules':
      return [
        ...checkConditions(document.rules),
        ...checkTemplatesOfRules(document),
        ...document.rules.flatMap((rule, index) =>
          roles
            .filter((role) => rule.then[role] !== undefined)
            .flatMap((role) => [
              ...incomplete(effectiveSpace(document, role, '', rule).space, `${String(index)}.then.${role}`),
              ...checkValues(rule.then[role], `${String(index)}.then.${role}`),
            ]),
        ),
      ];
    case 'templates':
      return checkTemplateUse(document);
    case 'sla':
      return checkSla(document.sla);
    case 'statuses':
      return [...builtInAgain(document), ...unknownMeanings(document)];
    default:
      return [];
  }
}

/** Rows that fill fields, and people that findings are dealt out to. */
function checkValues(space: SpaceOverride | undefined, path: string): FieldProblem[] {
  const { from, list = [] } = assigneeChoice(space?.assignee) ?? {};
  return [
    ...checkRows(space?.mapping, `${path}.mapping`),
    ...(from === 'list' && list.length === 0
      ? [{ path: `${path}.assignee.list`, message: { code: 'required' } as const }]
      : []),
  ];
}

function builtInAgain({ statuses }: SettingsDocument): FieldProblem[] {
  return Object.keys(statuses.own)
    .filter((status) => Object.hasOwn(builtInStatuses, status))
    .map((status) => ({ path: `own.${status}`, message: { code: 'builtInStatus' } }));
}

function unknownMeanings({ statuses }: SettingsDocument): FieldProblem[] {
  const values = [...Object.keys(builtInStatuses), ...Object.keys(statuses.own)];
  return statuses.resolutions.flatMap(({ status }, index) =>
    values.includes(status)
      ? []
      : [{ path: `resolutions.${String(index)}.status`, message: { code: 'oneOf', values } }],
  );
}

/** Issues can be created only where project and issue type are known. */
export function incomplete(space: Space, path: string): FieldProblem[] {
  if (!space.enabled) return [];
  return [
    ...missing(space.project, `${path}.project`, { code: 'chooseProject' }),
    ...missing(space.issueType, `${path}.issueType`, { code: 'chooseIssueType' }),
  ];
}

function missing(ref: Ref | null, path: string, message: Message): FieldProblem[] {
  return ref ? [] : [{ path, message }];
}

/** Ids of things in Jira, accounts and fields included. They become parts of addresses and searches. */
const idPattern = /^[\w:.-]{1,128}$/;

function refsWithOddId(section: SectionName, document: SettingsDocument): FieldProblem[] {
  return refPlaces(document)
    .filter(({ path, ref }) => path[0] === section && ref.id !== undefined && !idPattern.test(ref.id))
    .map(({ path }) => ({ path: pathText(path.slice(1)), message: { code: 'misfit' } }));
}

/** Names are for people: what is used must be named by its id. */
function refsWithoutId(section: SectionName, document: SettingsDocument): FieldProblem[] {
  return (
    refPlaces(document)
      // What a field lists can be told by its name too, as Jira itself takes it.
      .filter(({ path, ref, kind }) => path[0] === section && ref.id === undefined && kind !== 'fieldValue')
      .map(({ path, kind }) => ({
        path: pathText(path.slice(1)),
        message: { code: 'idNeeded', kind },
      }))
  );
}
