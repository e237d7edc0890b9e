import { systemFields } from '../fields/system-fields';
import type { World } from '../world';

const PRIORITIES = [
  ['1', 'Highest', 'This problem will block progress.', '#d04437'],
  ['2', 'High', 'Serious problem that could block progress.', '#f15c75'],
  ['3', 'Medium', 'Has the potential to affect progress.', '#f79232'],
  ['4', 'Low', 'Minor problem or easily worked around.', '#707070'],
  ['5', 'Lowest', 'Trivial problem with little or no impact on progress.', '#999999'],
] as const;

const RESOLUTIONS = [
  ['10000', 'Done', 'Work has been completed on this issue.'],
  ['10001', "Won't Do", "This issue won't be actioned."],
  ['10002', 'Duplicate', 'The problem is a duplicate of an existing issue.'],
  ['10003', 'Fixed', 'A fix for this issue is checked in and tested.'],
] as const;

const LINK_TYPES = [
  ['10000', 'Blocks', 'is blocked by', 'blocks'],
  ['10001', 'Cloners', 'is cloned by', 'clones'],
  ['10002', 'Duplicate', 'is duplicated by', 'duplicates'],
  ['10003', 'Relates', 'relates to', 'relates to'],
] as const;

const ISSUE_TYPES = [
  ['10000', 'Epic', 1],
  ['10001', 'Story', 0],
  ['10002', 'Task', 0],
  ['10003', 'Sub-task', -1],
  ['10004', 'Bug', 0],
] as const;

/** What a fresh site has before anybody sets anything up: fields, priorities, resolutions, types and the app. */
export function installBasics(world: World): void {
  const { state } = world;
  for (const field of systemFields()) state.fields.set(field.id, field);
  for (const [id, name, description, color] of PRIORITIES)
    state.priorities.set(id, { id, name, description, color });
  for (const [id, name, description] of RESOLUTIONS) state.resolutions.set(id, { id, name, description });
  for (const [id, name, inward, outward] of LINK_TYPES)
    state.linkTypes.set(id, { id, name, inward, outward });
  for (const [id, name, hierarchyLevel] of ISSUE_TYPES)
    state.issueTypes.set(id, { id, name, description: '', hierarchyLevel, projectId: null });
  state.nextIds.set('issueType', 10100);
  state.users.set(world.appAccountId, {
    accountId: world.appAccountId,
    displayName: 'Security Findings for Jira',
    email: '',
    emailVisible: false,
    accountType: 'app',
    active: true,
    globalPermissions: [],
  });
}
