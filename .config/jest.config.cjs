const { availableParallelism } = require('node:os');

/** @type {import('jest').Config} */
module.exports = {
  rootDir: '..',
  testEnvironment: '<rootDir>/.config/jest.environment.cjs',
  runtime: '<rootDir>/.config/jest.runtime.cjs',
  // Generous: how fast a machine is says nothing about the code, and what hangs still ends.
  testTimeout: 60_000,
  // Half as many again as there are processors: in journeys all wait for each other, the test, the browser and the host.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  // What a file leaves behind slows those after it: a worker that holds so much is replaced before the next one.
  workerIdleMemoryLimit: '1GB',
  testSequencer: '<rootDir>/.config/jest.longest-first.cjs',
  globalSetup: '<rootDir>/.config/jest.global-setup.cjs',
  globalTeardown: '<rootDir>/.config/jest.global-teardown.cjs',
  setupFilesAfterEnv: ['<rootDir>/.config/jest.property-seed.cjs'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/.stryker-tmp'],
  transform: {
    '^.+\\.[jt]sx?$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(mdast-|micromark|unist-|devlop|decode-named|character-entities|ccount|escape-string-regexp|markdown-table|longest-streak|zwitch|ae-cvss-calculator|@secretlint))',
  ],
};
