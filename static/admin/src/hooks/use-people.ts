import { searchAssignable } from '../jira/people';
import { useRemoteChoices } from './use-remote-choices';

/** People to whom issues of a project can be assigned, found as somebody types; none without a project. */
export function usePeople(projectId: string | undefined): ReturnType<typeof useRemoteChoices> {
  return useRemoteChoices(async (text) => {
    if (projectId === undefined) return { items: [] };
    const found = await searchAssignable(projectId, text);
    return { items: found.map(({ accountId, displayName }) => ({ id: accountId, name: displayName })) };
  });
}
