/** Settings that refer to one thing of each kind. */
import { Closing, Fields, type Ref, type Space, SpaceOverride } from '../../../src/contract/settings';
import { settingsOf, spaceOf } from '../builders';

export const ref = (id: string): Ref => ({ id, name: `name ${id}` });
export const full: Space = spaceOf({
  enabled: true,
  project: ref('p'),
  issueType: ref('t'),
  issueTypeByKind: { scheduled_task: ref('tk') },
  resolvedStatus: ref('rs'),
  rejectedStatus: ref('js'),
  components: [ref('c0'), ref('c1')],
  dueDateField: ref('dd'),
  assignee: ref('a'),
  securityLevel: ref('l'),
  statuses: { verified: { jira: [ref('s0'), ref('s1')], direction: 'both' } },
  priorities: { enabled: true, map: { high: ref('ph') } },
});
export const document = settingsOf({
  spaces: { product: full, security: spaceOf({ dueDateField: null }) },
  products: { 'shop.v2': { security: SpaceOverride.parse({ project: ref('q'), issueType: null }) } },
  closing: Closing.parse({ status: ref('cs'), wontDoResolutions: [ref('w0'), ref('w1')] }),
  fields: Fields.parse({ fixed: { customfield_1: { value: 'x' } } }),
});
