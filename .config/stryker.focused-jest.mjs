/**
 * Stryker's Jest runner, which also tells Jest in which files the tests of a mutant are. By itself it lets Jest load
 * every test file that imports the mutant from afar, only to skip all of its tests, which is several times as slow.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import * as jestRunner from '@stryker-mutator/jest-runner';

const [jest] = jestRunner.strykerPlugins;

/** Each worker has a process of its own, and only one of them sees the dry run: a file in their sandbox tells the rest. */
const placesFile = 'places-of-tests.json';

function focusedJest(injector) {
  const runner = injector.injectFunction(jest.factory);
  const { dryRun, mutantRun, run } = runner;
  let places;
  let testFiles;
  return Object.assign(runner, {
    async dryRun(options) {
      const result = await dryRun.call(runner, options);
      const { tests = [] } = result;
      writeFileSync(placesFile, JSON.stringify(tests.map(({ id, fileName }) => [id, fileName])));
      return result;
    },
    mutantRun(options) {
      places ??= new Map(JSON.parse(readFileSync(placesFile, 'utf8')));
      testFiles = options.testFilter && [...new Set(options.testFilter.map((id) => places.get(id)))];
      return mutantRun.call(runner, options);
    },
    run: (settings) => run.call(runner, { ...settings, testFiles: testFiles ?? settings.testFiles }),
  });
}
focusedJest.inject = ['$injector'];

export const strykerPlugins = [{ ...jest, name: 'focused-jest', factory: focusedJest }];
export const { strykerValidationSchema } = jestRunner;
