/**
 * The usual environment of Node. Jest loads the modules of each test file anew, a thousand and more, and V8 would read
 * each source again: here each worker keeps what V8 made of a source the first time, for the files after it.
 */
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
  known.set(filename, { source, cachedData: compiled.cachedData });
  return compiled;
};

module.exports = TestEnvironment;
