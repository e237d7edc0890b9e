/** The only file that the manifest's functions name. */
export { admin } from './handlers/admin/admin';
export { automateAcceptance, automateFalsePositive, automateRetest } from './handlers/automation';
export { commentEvents } from './handlers/comment-events';
export { daily } from './handlers/daily';
export { inbox } from './handlers/inbox';
export { issueEvents } from './handlers/issue-events';
export { linkFinding } from './handlers/link-finding';
export { panel } from './handlers/panel';
export { projectPage } from './handlers/project-page';
export { projectEvents } from './handlers/project-events';
export { reconcile } from './handlers/reconcile';
export { portal } from './handlers/portal/portal';
export { sweep } from './handlers/sweep';
export { weekly } from './handlers/weekly';
