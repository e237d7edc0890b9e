import { inParallel } from '../../core/data/in-parallel';
import { consequenceOf } from '../../core/jira/failure';
import type { Ports } from '../ports';
import { became, type Job } from './job';

/** Links the product issue and the security issue of each finding that has both and no link yet. */
export async function linkIssues(ports: Ports, jobs: readonly Job[]): Promise<void> {
  await inParallel(jobs, (job) => linkOne(ports, job));
}

async function linkOne(ports: Ports, job: Job): Promise<void> {
  const { product, security } = job.record.issues;
  if (product?.id === undefined || security?.id === undefined) return;
  if (product.gone || security.gone || (product.linked && security.linked)) return;
  const linked = await ports.jira.linkIssues(product.id, security.id);
  if (!linked.ok) {
    job.problems.push(consequenceOf(linked.failure, 'linking'));
    return;
  }
  product.linked = true;
  security.linked = true;
  became(job, 'linked', 'product', 'security');
}
