/**
 * The usual runtime, but that libraries, the app and the sandbox are loaded once in each worker, by Node itself: what V8
 * learned of them serves all test files. Jest would load a thousand modules and more anew for each file. The app has to
 * bear it: in Forge, too, its modules outlive a call. Tests, and what only they use, stay with Jest.
 */
const Module = require('node:module');
const { dirname, join, sep } = require('node:path');
const { default: Runtime } = require('jest-runtime');
const { transformIgnorePatterns } = require('./jest.config.cjs');

const root = dirname(__dirname);
const shared = ['src', 'test/sandbox'].map((folder) => join(root, folder) + sep);
/** What only tests use: some of it says at its start how a test file is to run. */
const ofTests = /(\.test|\/support)(\.tsx?)?$/;
/** Jest's own, and what pages load: it keeps the bridge that it finds, and each test file brings another. */
const loadedAnew = /^(@?jest|@forge\/(bridge|react))(\/|-|$)/;

/** Which lines a compiled file comes from, by file: an error may lead through one that was loaded for an earlier test. */
const sourceMaps = new Map();
/** The runtime of the test file that runs now: it compiles what Node cannot read. */
let running;

module.exports = class LoadsOnce extends Runtime {
  constructor(...options) {
    super(...options);
    this.transformCache.sourceMaps = sourceMaps;
    running = this;
  }

  requireModule(from, name, options, ...more) {
    return name && !options?.isInternalModule && isShared(from, name)
      ? Module.createRequire(from)(name)
      : super.requireModule(from, name, options, ...more);
  }
};

function isShared(from, name) {
  if (!name.startsWith('.'))
    return !name.startsWith(sep) && !Module.isBuiltin(name) && !loadedAnew.test(name);
  const file = join(dirname(from), name);
  return shared.some((folder) => file.startsWith(folder)) && !ofTests.test(file);
}

const readable = new RegExp(transformIgnorePatterns.join('|'));
const { '.js': load } = Module._extensions;
const compileAndLoad = (module, file) => module._compile(running.transformCache.transform(file), file);
Module._extensions['.ts'] = compileAndLoad;
Module._extensions['.js'] = (module, file) =>
  readable.test(file) ? load(module, file) : compileAndLoad(module, file);
