/**
 * Runs Jest's tests for Stryker in one process, with Jest's engine and without the rest of it. For each mutant the tests
 * and what may be mutated are evaluated anew, compiled once; libraries and the contract stay. Jest itself takes a second
 * and more for each mutant, most of it to load what has not changed.
 */
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { transformSync } from '@swc/core';

const [passed, failed] = [0, 1];
const compiled = new Map();

Module._extensions['.ts'] = (module, filename) => {
  const code = compiled.get(filename) ?? compile(filename);
  compiled.set(filename, code);
  module._compile(code, filename);
};

function compile(filename) {
  return transformSync(readFileSync(filename, 'utf8'), {
    filename,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  }).code;
}

class InProcess {
  static inject = [];
  /** Whatever else is loaded keeps no state between tests. */
  #evaluatedAnew = ['src/core/', 'src/mappings/', 'test/'].map((folder) => join(process.cwd(), folder));
  #require = createRequire(`${process.cwd()}/package.json`);
  #circus = this.#require('jest-circus');
  /** What the instrumented code looks at, and counts in. */
  #stryker = (globalThis.__stryker__ ??= {});
  #file = '';
  /** Tests (ids), or files all of whose tests are to run. */
  #wanted = new Set();
  #results = [];
  /** With the first test that fails all is known of a mutant. */
  #bails = false;

  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    const { addEventHandler, afterAll, afterEach, beforeAll, beforeEach, describe, it, test } = this.#circus;
    const { jestExpect: expect } = this.#require('@jest/expect');
    Object.assign(globalThis, { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test });
    addEventHandler((event) => this.#hear(event));
    this.#require('./.config/jest.property-seed.cjs');
    const fc = this.#require('fast-check');
    // The first counterexample kills a mutant: it is not made smaller, and no property takes longer than this.
    fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true, interruptAfterTimeLimit: 400 });
  }

  async dryRun({ testFiles }) {
    this.#begin({ activeMutant: undefined, mutantCoverage: { static: {}, perTest: {} } }, testFiles, false);
    try {
      for (const file of testFiles) await this.#runFile(file);
      return { status: 'complete', tests: this.#results, mutantCoverage: this.#stryker.mutantCoverage };
    } catch (error) {
      return { status: 'error', errorMessage: String(error?.stack ?? error) };
    }
  }

  /**
   * `testFilter`: ids of tests, or all files for a mutant that is met before any test begins. That such a mutant has to
   * be there while they load is said by `reloadEnvironment` alone.
   */
  async mutantRun({ testFilter, activeMutant: { id }, hitLimit, reloadEnvironment, sandboxFileName }) {
    this.#begin({ hitLimit, hitCount: hitLimit === undefined ? undefined : 0 }, testFilter, true);
    try {
      for (const file of new Set(testFilter.map(fileOfTest)))
        if (!this.#hasFailed())
          await this.#runFile(file, { id, isStatic: reloadEnvironment, source: sandboxFileName });
    } catch (error) {
      this.#results.push({ id: this.#file, status: failed, failureMessage: String(error?.message ?? error) });
    } finally {
      this.#stryker.activeMutant = undefined;
    }
    if (this.#stryker.hitCount > hitLimit) return { status: 'timeout' };
    const nrOfTests = this.#results.length;
    const killer = this.#results.find(({ status }) => status === failed);
    return killer
      ? { status: 'killed', killedBy: [killer.id], failureMessage: killer.failureMessage, nrOfTests }
      : { status: 'survived', nrOfTests };
  }

  #begin(how, wanted, bails) {
    Object.assign(this.#stryker, how);
    this.#wanted = new Set(wanted);
    this.#results = [];
    this.#bails = bails;
  }

  async #runFile(file, mutant) {
    this.#file = file;
    this.#circus.resetState();
    this.#forget();
    this.#stryker.activeMutant = mutant?.isStatic ? mutant.id : undefined;
    this.#require(file);
    if (mutant?.isStatic && !(mutant.source in this.#require.cache)) return;
    this.#stryker.activeMutant = mutant?.id;
    const { unhandledErrors } = await this.#circus.run();
    if (unhandledErrors.length > 0) throw new Error(unhandledErrors[0]);
  }

  #forget() {
    for (const name of Object.keys(this.#require.cache))
      if (this.#evaluatedAnew.some((folder) => name.startsWith(folder))) delete this.#require.cache[name];
  }

  #hasFailed() {
    return this.#results.some(({ status }) => status === failed);
  }

  #hear({ name, test }) {
    if (name === 'test_start') {
      const id = idOf(this.#file, test);
      const isWanted = this.#wanted.has(this.#file) || this.#wanted.has(id);
      if (!isWanted || (this.#bails && this.#hasFailed())) test.mode = 'skip';
      this.#stryker.currentTestId = id;
    }
    if (name !== 'test_done' && name !== 'test_skip') return;
    this.#stryker.currentTestId = undefined;
    if (name === 'test_done') this.#results.push(resultOf(this.#file, test));
  }
}

/** Ids begin with the file that the test is in. */
const inside = ' > ';

function fileOfTest(id) {
  return id.split(inside)[0];
}

function idOf(file, { name, parent }) {
  return parent ? `${idOf(file, parent)}${inside}${name}` : file;
}

function resultOf(fileName, test) {
  const id = idOf(fileName, test);
  const [error] = test.errors.flat().filter((one) => one !== undefined);
  const ending =
    error === undefined
      ? { status: passed }
      : { status: failed, failureMessage: String(error?.message ?? error) };
  return { id, name: id, fileName, timeSpentMs: test.duration ?? 0, ...ending };
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcess }];
