/** The connection test: the connection itself, and every space that findings go to. */
import type { AdminOutputs, Check } from '../../contract/api';
import type { SetUpOutputs } from '../../contract/set-up';
import { type Role, roles, type SettingsDocument, type Space } from '../../contract/settings';
import { checkConnection } from '../../core/checks/check-connection';
import { checkSpace } from '../../core/checks/check-space';
import type { SpaceFacts, TypeFacts } from '../../core/checks/facts';
import { neededPermissions } from '../../core/checks/permissions';
import { unverified, wrong } from '../../core/checks/check';
import type { JiraResult } from '../../core/jira/failure';
import { canonical } from '../../core/data/hash';
import { effectiveSpace } from '../../core/settings/spaces';
import type { Ports } from '../ports';

type Tested = AdminOutputs['connections.test'];
/** An admin waits for the answer, which a page gets within 25 seconds. */
const productsTested = 20;

/** Undefined: there is no such connection. */
export async function testConnection(ports: Ports, key: string): Promise<Tested | undefined> {
  const known = await ports.connections.look(key);
  if (!known || known.connection.archived) return undefined;
  const { connection, pulse } = known;
  const credentials = await ports.connections.credentials(key);
  const { document } = await ports.settings.read();
  const own = checkConnection(connection, credentials !== undefined, pulse, ports.now());
  const used = roles.map((role) => ({ role, places: placesOf(document, role) }));
  const inUse = used.filter(({ places }) => places.length > 0);
  if (inUse.length === 0)
    own.push(wrong({ code: 'aboutTeamSpaces' }, { code: 'noneSwitchedOn' }, { code: 'switchOneOn' }));
  const checks: Tested['checks'] = [{ area: 'connection', checks: own }];
  for (const { role, places } of inUse)
    checks.push({ area: role, checks: await checkPlaces(ports, document, role, places) });
  return { checks };
}

/** What stands in the way of issues in the spaces that every product inherits, asked of Jira now; spaces that are off are left out. */
export async function testSpaces(ports: Ports): Promise<SetUpOutputs['setUp.test']> {
  const { document } = await ports.settings.read();
  const spaces: SetUpOutputs['setUp.test']['spaces'] = [];
  for (const role of roles.filter((one) => document.spaces[one].enabled))
    spaces.push({
      role,
      checks: checkSpace(await gatherFacts(ports, document, role, document.spaces[role])),
    });
  return { spaces };
}

/** A space that findings go to: the default, or that of a product which differs from it. */
interface Place {
  readonly product?: string;
  readonly space: Space;
}

function placesOf(document: SettingsDocument, role: Role): Place[] {
  const standard = document.spaces[role];
  const seen = new Set([canonical(standard)]);
  const places: Place[] = standard.enabled ? [{ space: standard }] : [];
  for (const product of Object.keys(document.products)) {
    const { space } = effectiveSpace(document, role, product);
    if (!space.enabled || seen.has(canonical(space))) continue;
    seen.add(canonical(space));
    places.push({ product, space });
  }
  return places;
}

async function checkPlaces(
  ports: Ports,
  document: SettingsDocument,
  role: Role,
  places: readonly Place[],
): Promise<Check[]> {
  const checks: Check[] = [];
  for (const { product, space } of places.slice(0, productsTested)) {
    const found = checkSpace(await gatherFacts(ports, document, role, space));
    checks.push(...found.map((check) => (product === undefined ? check : { ...check, product })));
  }
  const left = places.length - productsTested;
  if (left > 0)
    checks.push(unverified({ code: 'aboutFurtherProducts' }, { code: 'notLookedAt', count: left }));
  return checks;
}

/** Reads what the checks look at. What an earlier test or worker remembered is read anew. */
async function gatherFacts(
  ports: Ports,
  settings: SettingsDocument,
  role: Role,
  space: Space,
): Promise<SpaceFacts> {
  const other = settings.spaces[role === 'product' ? 'security' : 'product'];
  const linked = other.enabled;
  const projectId = space.project?.id;
  const base = { role, space, settings, linked };
  if (projectId === undefined) return { ...base, project: nothing, granted: nobody, types: [] };
  return {
    ...base,
    project: await ports.catalogue.project(projectId),
    granted: await ports.catalogue.permissions(projectId, neededPermissions(space, settings, linked)),
    types: await Promise.all(typesOf(space).map((type) => typeFacts(ports, projectId, type))),
  };
}

const nothing: JiraResult<undefined> = { ok: true, value: undefined };
const nobody: JiraResult<ReadonlySet<string>> = { ok: true, value: new Set() };

type TypeInUse = Pick<TypeFacts, 'id' | 'name'>;

/** The issue types in use, each once. */
function typesOf({ issueType, issueTypeByKind }: Space): TypeInUse[] {
  const refs = [issueType, ...Object.values(issueTypeByKind)];
  const types = refs.flatMap((ref) =>
    ref?.id === undefined ? [] : [{ id: ref.id, name: ref.name ?? ref.id }],
  );
  return [...new Map(types.map((type) => [type.id, type])).values()];
}

async function typeFacts(ports: Ports, projectId: string, type: TypeInUse): Promise<TypeFacts> {
  await ports.jira.forget(projectId, type.id);
  const screen = await ports.jira.createFields(projectId, type.id);
  const workflow = await ports.jira.learnWorkflow(projectId, type.id);
  return { ...type, screen, workflow };
}
