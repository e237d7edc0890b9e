import type { LinkRecord } from '../../contract/link-record';
import { inParallel } from '../../core/data/in-parallel';
import type { Consequence } from '../../core/jira/failure';
import { issueThere } from '../../core/sync/issues';
import { issueProblem } from '../../core/sync/hidden';
import type { Ports } from '../ports';
import { became, inPlace, type Job, withProblem } from './job';

/** Whether both issues of a finding are there and nobody linked them yet. */
export function needsLink(record: Pick<LinkRecord, 'issues'>): boolean {
  const [product, security] = [issueThere(record, 'product'), issueThere(record, 'security')];
  return product !== undefined && security !== undefined && !(product.linked && security.linked);
}

/** Links the product issue and the security issue of a finding; answers what stands in the way. */
export async function linkPair(
  ports: Pick<Ports, 'jira'>,
  record: Pick<LinkRecord, 'issues'>,
): Promise<Consequence | undefined> {
  const [product, security] = [issueThere(record, 'product'), issueThere(record, 'security')];
  if (!product || !security) return undefined;
  const linked = await ports.jira.linkIssues(product.id, security.id);
  if (!linked.ok) return issueProblem(linked.failure, product, 'linking');
  product.linked = true;
  security.linked = true;
  return undefined;
}

/** Links the pairs of these findings that are not linked yet; answers all of them after that. */
export async function linkIssues(ports: Ports, jobs: readonly Job[]): Promise<Job[]> {
  const done: Job[] = [];
  await inParallel(
    jobs.filter(({ record }) => needsLink(record)),
    async (job) => {
      const record = structuredClone(job.record);
      const problem = await linkPair(ports, record);
      done.push(
        problem ? withProblem(job, problem) : became({ ...job, record }, 'linked', 'product', 'security'),
      );
    },
  );
  return inPlace(jobs, done);
}
