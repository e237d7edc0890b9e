export { createJiraSite } from './site';
export type { JiraStandIn } from './site';
export type { PropertyIndex, SiteOptions } from './options';
export type { SiteSnapshot } from './state/snapshot';
