/** Where the app believes the portal to be: pushes go to https addresses only. */
export const portalOrigin = 'https://portal.sandbox.example';
/** Where pushes go. */
export const pushAddress = `${portalOrigin}/hooks/jira`;
