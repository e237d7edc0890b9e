import type { QuotaReport } from '../../../src/core/jira/budget';
import { readQuota } from '../../../src/core/jira/quota-report';

const read = (headers: Record<string, string>) => readQuota((name) => headers[name] ?? null);
const policy = '"global-app-quota";q=65000;w=3600';

test.each<[string, Record<string, string>, QuotaReport]>([
  ['nothing', {}, {}],
  [
    'well within the quota',
    { 'ratelimit-policy': policy, ratelimit: '"global-app-quota";t=3200' },
    { quota: 65_000, resetsIn: 3200 },
  ],
  [
    'near its end',
    { 'ratelimit-policy': policy, ratelimit: '"global-app-quota";r=11000;t=600' },
    { quota: 65_000, remaining: 11_000, resetsIn: 600 },
  ],
  [
    'while the quota is not enforced yet',
    { 'beta-ratelimit-policy': policy, 'beta-ratelimit': '"global-app-quota";r=11000;t=600' },
    { quota: 65_000, remaining: 11_000, resetsIn: 600 },
  ],
  [
    'used up, without its size',
    { 'beta-ratelimit': '"tenant-app-quota";r=0;t=50' },
    { remaining: 0, resetsIn: 50 },
  ],
  [
    'beside the limit of an endpoint',
    {
      'ratelimit-policy': `"jira-burst-based";q=100;w=1, ${policy}`,
      ratelimit: '"jira-burst-based";r=5;t=2, "global-app-quota";t=3200',
    },
    { quota: 65_000, resetsIn: 3200 },
  ],
  [
    'of two quotas the one that is nearer to its end',
    {
      'ratelimit-policy': `${policy}, "tenant-app-quota";q=100100;w=3600`,
      ratelimit: '"global-app-quota";t=3200, "tenant-app-quota";r=17842;t=2107',
    },
    { quota: 100_100, remaining: 17_842, resetsIn: 2107 },
  ],
  [
    'plain headers about the quota',
    { 'ratelimit-policy': policy, 'x-ratelimit-limit': '65000', 'x-ratelimit-remaining': '40000' },
    { quota: 65_000, remaining: 40_000 },
  ],
  [
    'plain headers about the burst limit of an endpoint, which are none of its business',
    {
      'beta-ratelimit-policy': policy,
      'x-ratelimit-limit': '350',
      'x-ratelimit-remaining': '3',
      'x-ratelimit-nearlimit': 'true',
    },
    { quota: 65_000 },
  ],
  ['plain headers alone', { 'x-ratelimit-limit': '350', 'x-ratelimit-remaining': '3' }, {}],
  [
    'a warning without a number',
    { 'ratelimit-policy': policy, 'x-ratelimit-limit': '65000', 'x-ratelimit-nearlimit': 'true' },
    { quota: 65_000, remaining: 13_000 },
  ],
  [
    'a warning before the quota is enforced',
    { 'beta-ratelimit-policy': policy, 'x-beta-ratelimit-nearlimit': 'true' },
    { quota: 65_000, remaining: 13_000 },
  ],
  [
    'a warning beside a number, which is worth more the less it leaves',
    {
      'ratelimit-policy': policy,
      ratelimit: '"global-app-quota";r=200;t=9',
      'x-beta-ratelimit-nearlimit': 'true',
    },
    { quota: 65_000, remaining: 200, resetsIn: 9 },
  ],
  [
    'of two quotas the one with less left, though it is the bigger one',
    {
      'ratelimit-policy': `${policy}, "tenant-app-quota";q=100100;w=3600`,
      ratelimit: '"global-app-quota";r=500;t=3200, "tenant-app-quota";r=10;t=2107',
    },
    { quota: 100_100, remaining: 10, resetsIn: 2107 },
  ],
  [
    'with spaces between its parts',
    { 'ratelimit-policy': '"global-app-quota" ; q=65000 ;  w=3600' },
    { quota: 65_000 },
  ],
  [
    'with parameters of other names',
    { 'ratelimit-policy': '"global-app-quota";q=65000;pq=7;unit=9;w=3600' },
    { quota: 65_000 },
  ],
  [
    'plain headers whose numbers are none',
    { 'ratelimit-policy': policy, 'x-ratelimit-limit': '65000', 'x-ratelimit-remaining': '5 or so' },
    { quota: 65_000 },
  ],
  [
    'plain headers whose numbers are hidden in words',
    { 'ratelimit-policy': policy, 'x-ratelimit-limit': '65000', 'x-ratelimit-remaining': 'about 5' },
    { quota: 65_000 },
  ],
  ['plain headers without a size', { 'x-ratelimit-remaining': '3', 'x-ratelimit-nearlimit': 'true' }, {}],
  [
    'nonsense',
    { 'ratelimit-policy': 'q=5', ratelimit: '"global-app-quota"', 'x-ratelimit-limit': 'many' },
    {},
  ],
])('the headers tell of the quota: %s', (_name, headers, report) => {
  expect(read(headers)).toStrictEqual(report);
});
