/**
 * The usual runtime, but for libraries that keep nothing between calls and neither read a clock nor the network: they are
 * loaded once in each worker, by Node, and what V8 learned of them stays. Jest would load them anew for each test file.
 */
const { default: Runtime } = require('jest-runtime');

const shared = new Set(['playwright-core', 'yaml', 'zod']);

module.exports = class SharedLibraries extends Runtime {
  requireModule(from, name, ...more) {
    return shared.has(name) ? require(name) : super.requireModule(from, name, ...more);
  }
};
