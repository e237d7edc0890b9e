import type { Answer } from '../http/answer';
import type { Exchange } from '../http/exchange';
import type { PagesContext } from '../pages-context';
import { projectPageModule, projectPagePath } from '../project-pages';
import { appFrame } from './app-frame';
import { closePage, messagePage, openPage } from './open-page';

/** The app's page in a space. Who may not browse the space learns no more than that. */
export async function projectAppPage(context: PagesContext, exchange: Exchange): Promise<Answer> {
  const open = await openPage(context, exchange);
  const { key = '', appId, envId } = exchange.params;
  const project = open.projects.find((one) => one.key === key);
  const module = projectPageModule(context);
  const { identity } = context.host;
  if (!project || !module || appId !== identity.appId || envId !== identity.environmentId) {
    const text = 'The space does not exist, or you do not have permission to see it.';
    return messagePage(open, { title: "We couldn't find this space", text, status: 404, drawn: 'lock' });
  }
  const path = projectPagePath(context, key);
  const content = appFrame(context, open.session, {
    moduleType: 'jira:projectPage',
    moduleKey: module.key,
    src: `/${module.resource}/index.html`,
    title: module.title,
    extension: {
      type: 'jira:projectPage',
      project: { id: project.id, key, type: project.projectTypeKey ?? 'software' },
      location: context.origin() + path,
    },
    fit: 'page',
  });
  return closePage(open, { title: module.title, at: path, content, scripts: ['frame-host'] });
}
