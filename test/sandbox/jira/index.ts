export { APP_ACCOUNT_ID, createJiraSite } from './site';
export type { JiraSiteSetup, JiraStandIn } from './site';
export type { PropertyIndex, RateLimitOptions, SiteOptions } from './options';
export type { SiteSnapshot } from './state/snapshot';
export type { ProjectSpec, WorkflowSpec } from './admin/specs';
export { APP_ROLE } from './rules/permissions';
