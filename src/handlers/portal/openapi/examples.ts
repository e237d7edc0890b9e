/** Examples of the API description; a test holds them to the schemas. */
import type { z } from 'zod';
import type { PortalComment } from '../../../contract/comment';
import type { FindingInput } from '../../../contract/finding';

const receipt = '9f1c0d5b7a1e4c63b2a8d4e6f7081923';

export const findingExample = {
  id: 'F-1',
  product: 'web/shop',
  title: 'SQL injection in the search form',
  severity: 'high',
  status: 'verified',
  kind: 'vulnerability',
  description: 'The parameter `q` reaches the query **unescaped**.',
  remediation: 'Use a prepared statement.',
  url: 'https://portal.example/findings/F-1',
  cwe: ['CWE-89'],
  cvss: { vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N', score: 7.5 },
  tool: 'Scanner',
  location: { file: 'src/search.ts', line: 41 },
  tags: ['internet-facing'],
  dueDate: '2026-02-28',
  updatedAt: '2026-01-15T09:00:00Z',
} as const satisfies FindingInput;

export const commentExample = {
  finding: 'F-1',
  id: 'C-17',
  author: { name: 'A security engineer', email: 'engineer@portal.example' },
  body: 'Still open on **staging**. @[A developer](mailto:developer@example.com), can you look?',
  createdAt: '2026-01-15T09:05:00Z',
} as const satisfies z.input<typeof PortalComment>;

export const acceptedExample = {
  receipt,
  accepted: 1,
  rejected: [{ index: 1, id: 'F-2', errors: [{ path: 'title', message: 'is required' }] }],
};

const view = {
  id: 'F-1',
  state: 'synced',
  issues: {
    product: {
      id: '10000',
      key: 'WEB-1',
      url: 'https://your-site.atlassian.net/browse/WEB-1',
      status: 'To Do',
      statusId: '10001',
      statusCategory: 'new',
    },
  },
} as const;

export const lookupExample = [
  view,
  {
    id: 'F-2',
    state: 'skipped',
    reason: 'A finding first seen resolved does not become an issue.',
    issues: {},
  },
];

export const receiptExample = {
  receipt,
  acceptedAt: '2026-01-15T09:00:00.000Z',
  done: true,
  findings: [view],
};

export const findingsExample = { findings: [view] };

export const eventsExample = {
  events: [
    {
      id: '2d0f7b1c9e8a4d5fb6c7e8f901a2b3c4',
      n: 41,
      type: 'finding.status_changed',
      at: '2026-01-15T10:12:00.000Z',
      finding: { id: 'F-1', product: 'web/shop' },
      issue: {
        role: 'security',
        id: '10001',
        key: 'SEC-1',
        url: 'https://your-site.atlassian.net/browse/SEC-1',
      },
      by: { accountId: '5b10a2844c20165700ede21g', name: 'A developer' },
      data: {
        from: 'verified',
        to: 'resolved',
        jira: { status: { id: '10003', name: 'Done', category: 'done' } },
      },
    },
  ],
  next: 41,
};

export const pingExample = {
  ok: true,
  connection: '0a1b2c3d4e5f6071',
  name: 'AppSec portal',
  version: '1.0.0',
};

export const formatsExample = {
  formats: [
    {
      name: 'sarif',
      title: 'SARIF 2.1.0',
      complete:
        'the category of automationDetails.id, repository and branch of versionControlProvenance, and the image',
    },
  ],
};

export const tokenExample = { access_token: 'v1.eyJj….…', token_type: 'Bearer', expires_in: 3600 };
