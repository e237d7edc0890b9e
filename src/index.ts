export const admin = () => 1;
export const panel = () => 1;
export const portal = () => 1;
export const inbox = () => 1;
export const issueEvents = () => 1;
export const sweep = () => 1;
