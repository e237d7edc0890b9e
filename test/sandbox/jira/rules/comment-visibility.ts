import { projectOf } from '../state/lookup';
import type { CommentRecord, IssueRecord } from '../state/model';
import type { World } from '../world';

/** The comments an account may read: those for everybody and those for its project roles. In no group is anybody. */
export function visibleComments(world: World, issue: IssueRecord, accountId: string): CommentRecord[] {
  const { roles } = projectOf(world.state, issue);
  return issue.comments.filter(
    ({ visibility, authorId }) =>
      !visibility ||
      (visibility.type === 'group'
        ? authorId === accountId
        : (roles[visibility.value]?.includes(accountId) ?? false)),
  );
}
