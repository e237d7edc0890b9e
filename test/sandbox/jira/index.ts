export { createJiraSite } from './site';
export type { JiraStandIn } from './site';
export type { PropertyIndex } from './options';
export type { SiteSnapshot } from './state/snapshot';
