/** What rules would change, counted over findings that were looked at by them and by the rules in force. */
import type { Difference, SimulatedFinding, SimulatedIssue } from '../../contract/job-results';
import { type Role, roles } from '../../contract/settings';

type Outcome = Pick<SimulatedFinding, 'product' | 'security' | 'group'>;

/** An issue by the rules in force, and by the others. `shared`: the same for all findings that share it. */
interface Pair {
  readonly shared: string;
  readonly before: SimulatedIssue | undefined;
  readonly after: SimulatedIssue | undefined;
}

/** Spaces in which nothing is gained or lost are left out. */
export function differenceOf(findings: readonly SimulatedFinding[]): Difference {
  const pairs = findings.flatMap(pairsOf);
  const stayed = pairs.filter(({ before, after }) => before?.project === after?.project);
  const others = (name: keyof SimulatedIssue) => {
    const changed = stayed.filter(({ before, after }) => before?.[name] !== after?.[name]);
    return new Set(changed.map(({ shared }) => shared)).size;
  };
  return {
    spaces: spacesOf(findings),
    issueTypes: others('issueType'),
    priorities: others('priority'),
    templates: others('template'),
    rules: findings.filter(({ rule, before }) => before !== undefined && before.rule !== rule).length,
  };
}

/** Without `before` nothing changes for a finding. */
function pairsOf(finding: SimulatedFinding): Pair[] {
  const { before } = finding;
  if (!before) return [];
  return roles.map((role) => ({
    shared: sharedBy(finding, finding, role),
    before: before[role],
    after: finding[role],
  }));
}

/** What is the same for all findings that share an issue, by an outcome. */
function sharedBy({ connection, productName, id }: SimulatedFinding, outcome: Outcome, role: Role): string {
  const { group } = outcome;
  return JSON.stringify([connection, productName, group ?? { id }, role, outcome[role]?.project]);
}

function spacesOf(findings: readonly SimulatedFinding[]): Difference['spaces'] {
  const counts = new Map<string, { role: Role; project: string; issues: number }>();
  const add = ({ role, project }: Place, by: number) => {
    const known = counts.get(`${role} ${project}`) ?? { role, project, issues: 0 };
    counts.set(`${role} ${project}`, { ...known, issues: known.issues + by });
  };
  for (const place of issuesOf(findings, (finding) => finding.before ?? finding)) add(place, -1);
  for (const place of issuesOf(findings, (finding) => finding)) add(place, 1);
  return [...counts.values()].filter(({ issues }) => issues !== 0).sort((a, b) => b.issues - a.issues);
}

interface Place {
  readonly role: Role;
  readonly project: string;
}

/** Each issue once, however many findings share it. */
function issuesOf(
  findings: readonly SimulatedFinding[],
  outcomeOf: (finding: SimulatedFinding) => Outcome,
): Iterable<Place> {
  const issues = new Map<string, Place>();
  for (const finding of findings) {
    const outcome = outcomeOf(finding);
    for (const role of roles) {
      const project = outcome[role]?.project;
      if (project !== undefined) issues.set(sharedBy(finding, outcome, role), { role, project });
    }
  }
  return issues.values();
}
