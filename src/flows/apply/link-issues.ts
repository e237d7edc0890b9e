import { consequenceOf } from '../../core/jira/failure';
import type { Ports } from '../ports';
import { became, type Job } from './job';

/** Links the product issue and the security issue of each finding that has both and no link yet. */
export async function linkIssues(ports: Ports, jobs: readonly Job[]): Promise<void> {
  for (const job of jobs) {
    const { product, security } = job.record.issues;
    if (product?.id === undefined || security?.id === undefined) continue;
    if (product.gone || security.gone || (product.linked && security.linked)) continue;
    const linked = await ports.jira.linkIssues(product.id, security.id);
    if (!linked.ok) {
      job.problems.push(consequenceOf(linked.failure, 'linking'));
      continue;
    }
    product.linked = true;
    security.linked = true;
    became(job, 'linked', 'product', 'security');
  }
}
