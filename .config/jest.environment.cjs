/**
 * The usual environment of Node. Jest loads the modules of each test file anew, a thousand and more, and V8 would read
 * each source again: here each worker keeps what V8 made of a source the first time, for the files after it.
 */
const { PerformanceObserver } = require('node:perf_hooks');
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

const compile = vm.compileFunction;
/** By file: its source, and what V8 made of it. */
const known = new Map();

vm.compileFunction = function compileOnce(source, parameters, options) {
  const { filename } = options;
  const kept = known.get(filename);
  if (kept?.source === source)
    return compile(source, parameters, { ...options, cachedData: kept.cachedData });
  const compiled = compile(source, parameters, { ...options, produceCachedData: true });
  // A copy: the buffer belongs to the globals of the test file, which would all be kept with it.
  known.set(filename, { source, cachedData: Buffer.from(compiled.cachedData) });
  return compiled;
};

/** Secretlint watches its own timings for as long as the process lives, and keeps what it can see of its test file. */
const watching = new Set();
const { observe } = PerformanceObserver.prototype;
PerformanceObserver.prototype.observe = function observeUntilTheEnd(...options) {
  watching.add(this);
  return observe.apply(this, options);
};

module.exports = class Environment extends TestEnvironment {
  async teardown() {
    for (const observer of watching) observer.disconnect();
    watching.clear();
    await super.teardown();
  }
};
