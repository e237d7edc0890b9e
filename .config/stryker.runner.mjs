/**
 * A test runner for Stryker that runs the tests of the pure rooms in its own process. What a mutant cannot change
 * (packages, the contract) is loaded once, the rest anew for each mutant, and only the tests that reach the mutant run,
 * quickest first. Jest loads everything for each test file and mutant, which takes ten times as long.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { runInThisContext } from 'node:vm';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { transformSync } from '@swc/core';
import { expect } from 'expect';
import { bind } from 'jest-each';
import fc from 'fast-check';

const require = createRequire(import.meta.url);
const rooms = ['test/core', 'test/mappings'];
const mutated = /^src\/(core|mappings)\/|^test\/(core|mappings)\//;

// The first counterexample kills: it is not made smaller, and no property takes longer than this.
fc.configureGlobal({ endOnFailure: true, interruptAfterTimeLimit: 400 });

const testFiles = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name));

/** What tests use of Jest; tests that are declared go to `declare`. */
function jestFor(declare) {
  const around = [];
  const test = (name, run) => declare([...around, name].join(' '), run);
  const describe = (name, body) => {
    around.push(name);
    body();
    around.pop();
  };
  test.each = bind(test);
  describe.each = bind(describe);
  const RealDate = Date;
  const jest = {
    useFakeTimers: ({ now }) => {
      globalThis.Date = class extends RealDate {
        static now = () => now;
      };
    },
    useRealTimers: () => {
      globalThis.Date = RealDate;
    },
  };
  return { describe, test, expect, jest };
}

class Modules {
  compiled = new Map();
  kept = new Map();

  /** Loads these test files and tells the tests they declare. */
  testsOf(files) {
    const tests = new Map();
    const fresh = new Map();
    for (const file of files) {
      const named = (name) => `${relative('.', file)} > ${name}`;
      const declare = (name, run) => {
        let id = named(name);
        while (tests.has(id)) id += ' again';
        tests.set(id, run);
      };
      this.load(resolve(file), fresh, jestFor(declare));
    }
    return tests;
  }

  load(file, fresh, globals) {
    const modules = mutated.test(relative('.', file)) ? fresh : this.kept;
    const known = modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(file, module);
    const load = (name) =>
      name.startsWith('.')
        ? this.load(sourceOf(resolve(dirname(file), name)), fresh, globals)
        : require(name);
    this.functionOf(file)(load, module, module.exports, ...Object.values(globals));
    return module.exports;
  }

  functionOf(file) {
    const known = this.compiled.get(file);
    if (known) return known;
    const jsc = { target: 'es2022', parser: { syntax: 'typescript' } };
    const { code } = transformSync(readFileSync(file, 'utf8'), {
      filename: file,
      jsc,
      module: { type: 'commonjs' },
    });
    const head = '(function (require, module, exports, describe, test, expect, jest) {';
    const made = runInThisContext(`${head}${code}\n})`, { filename: file });
    this.compiled.set(file, made);
    return made;
  }
}

function sourceOf(path) {
  return (
    [`${path}.ts`, join(path, 'index.ts')].find((one) => statSync(one, { throwIfNoEntry: false })) ?? path
  );
}

class InProcess {
  static inject = tokens(commonTokens.logger);
  modules = new Modules();
  times = new Map();
  files = rooms.flatMap(testFiles);

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    const stryker = (globalThis.__stryker__ ??= {});
    stryker.mutantCoverage = undefined;
    const tests = await this.run([...this.modules.testsOf(this.files)], false);
    return { status: DryRunStatus.Complete, tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }) {
    const stryker = (globalThis.__stryker__ ??= {});
    Object.assign(stryker, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit ? 0 : undefined });
    const tests = await this.mutantTests(testFilter, !disableBail);
    Object.assign(stryker, { activeMutant: undefined });
    const endless = determineHitLimitReached(stryker.hitCount, stryker.hitLimit);
    return toMutantRunResult(endless ?? { status: DryRunStatus.Complete, tests }, disableBail);
  }

  async mutantTests(filter, bail) {
    try {
      const files = filter && new Set(filter.map((id) => id.split(' > ')[0]));
      const tests = [...this.modules.testsOf(this.files.filter((file) => !files || files.has(file)))];
      return await this.run(filter ? tests.filter(([id]) => filter.includes(id)) : tests, bail);
    } catch (error) {
      return [failed('loading', error)];
    }
  }

  async run(tests, bail) {
    const timeOf = ([id]) => this.times.get(id) ?? 0;
    const results = [];
    for (const [id, run] of bail ? tests.sort((a, b) => timeOf(a) - timeOf(b)) : tests) {
      const result = await this.runOne(id, run);
      results.push(result);
      if (bail && result.status === TestStatus.Failed) break;
    }
    return results;
  }

  async runOne(id, run) {
    const start = performance.now();
    globalThis.__stryker__.currentTestId = id;
    try {
      await run();
      const timeSpentMs = performance.now() - start;
      this.times.set(id, timeSpentMs);
      return { id, name: id, status: TestStatus.Success, timeSpentMs };
    } catch (error) {
      return failed(id, error);
    } finally {
      globalThis.__stryker__.currentTestId = undefined;
    }
  }
}

function failed(id, error) {
  return { id, name: id, status: TestStatus.Failed, failureMessage: String(error), timeSpentMs: 0 };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcess)];
