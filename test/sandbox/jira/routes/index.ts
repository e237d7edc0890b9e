import type { Route } from '../http/route';
import { bulkFetchRoutes } from './bulk-fetch';
import { bulkOperationRoutes } from './bulk-operations';
import { changelogRoutes } from './changelog';
import { commentRoutes } from './comments';
import { createRoutes } from './create';
import { fieldRoutes } from './fields';
import { issueRoutes } from './issue';
import { jqlRoutes } from './jql';
import { linkRoutes } from './links';
import { metaRoutes } from './meta';
import { permissionRoutes } from './permissions';
import { projectRoutes } from './projects';
import { propertyRoutes } from './properties';
import { searchRoutes } from './search';
import { serverInfoRoutes } from './server-info';
import { taskRoutes } from './tasks';
import { transitionRoutes } from './transitions';
import { userRoutes } from './users';
import { vocabularyRoutes } from './vocabulary';
import { workflowRoutes } from './workflows';

/** Every endpoint the stand-in has. */
export const ALL_ROUTES: readonly Route[] = [
  ...createRoutes,
  ...issueRoutes,
  ...metaRoutes,
  ...bulkFetchRoutes,
  ...transitionRoutes,
  ...propertyRoutes,
  ...commentRoutes,
  ...linkRoutes,
  ...searchRoutes,
  ...changelogRoutes,
  ...projectRoutes,
  ...vocabularyRoutes,
  ...fieldRoutes,
  ...userRoutes,
  ...permissionRoutes,
  ...workflowRoutes,
  ...bulkOperationRoutes,
  ...taskRoutes,
  ...jqlRoutes,
  ...serverInfoRoutes,
];
