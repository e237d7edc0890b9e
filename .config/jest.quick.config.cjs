/** For work in progress, within a minute: the pure rooms, and one file for each room of the flows and each door. */
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const usual = require('./jest.config.cjs');

const pure = ['contract', 'core', 'formats', 'gateways', 'mappings', 'static'];
const ways = [
  'admin/panel',
  'admin/preview',
  'admin/settings',
  'flows/activity',
  'flows/comments',
  'flows/main-job',
  'flows/todos',
  'flows/workflows',
  'portal/credentials',
  'portal/findings',
];

for (const way of ways) {
  const file = join(__dirname, `../test/${way}.test.ts`);
  if (!existsSync(file)) throw new Error(`${file} is not there any more: name another in ${__filename}.`);
}

/** @type {import('jest').Config} */
module.exports = {
  ...usual,
  testMatch: [
    `<rootDir>/test/{${pure.join(',')}}/**/*.test.ts`,
    `<rootDir>/test/{${ways.join(',')}}.test.ts`,
  ],
};
