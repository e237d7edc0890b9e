/** The random stories over code with one deliberate break: they have to fail. */
const usual = require('./jest.config.cjs');

const [[pattern, [, options]]] = Object.entries(usual.transform);
/** @type {import('jest').Config} */
module.exports = {
  ...usual,
  testMatch: ['<rootDir>/test/model/*.test.ts'],
  transform: { [pattern]: ['<rootDir>/.config/breaking-transform.cjs', options] },
};
