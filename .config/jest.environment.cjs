/**
 * Tests run in the realm of their worker. Jest would give each file a realm of its own, in which every global costs a
 * detour and no library of another file can be used. What a file leaves behind there is taken back after it.
 */
const { AsyncLocalStorage } = require('node:async_hooks');
const vm = require('node:vm');
const { ModuleMocker } = require('jest-mock');

/** Stands for the realm of the worker where Jest asks for one. */
const here = {};
/** What V8 made of the sources so far, by file: Jest's own are loaded anew for each test file. */
const known = new Map();
const compile = vm.compileFunction;
vm.compileFunction = (source, parameters, { parsingContext, ...usual }) => {
  const options = parsingContext === here ? usual : { ...usual, parsingContext };
  const kept = known.get(options.filename);
  if (kept?.source === source)
    return compile(source, parameters, { ...options, cachedData: kept.cachedData });
  const compiled = compile(source, parameters, { ...options, produceCachedData: true });
  known.set(options.filename, { source, cachedData: compiled.cachedData });
  return compiled;
};

/** Storages that were in use: each is asked at every promise from then on, until it is told to stop. */
const storages = new Set();
const { run } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function runUntilTheEnd(...options) {
  storages.add(this);
  return run.apply(this, options);
};

module.exports = class OneRealm {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  fakeTimersModern = null;
  #console = console;
  #exit = process.exit;
  #variables = { ...process.env };
  #globals;

  async setup() {
    // Few errors lead further than this, and every call of a browser makes one.
    Error.stackTraceLimit = 30;
    // These stay as long as the worker: the packages of Forge keep the `fetch` that they find.
    require('../test/sandbox/forge/globals').installGlobals();
    this.#globals = Object.getOwnPropertyDescriptors(globalThis);
  }

  async teardown() {
    for (const storage of storages) storage.disable();
    storages.clear();
    globalThis.console = this.#console;
    process.exit = this.#exit;
    for (const name of Object.keys(process.env)) if (!(name in this.#variables)) delete process.env[name];
    Object.assign(process.env, this.#variables);
    for (const name of Reflect.ownKeys(globalThis)) takeBack(name, this.#globals[name]);
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return here;
  }
};

function takeBack(name, before) {
  const now = Object.getOwnPropertyDescriptor(globalThis, name);
  if (before && (now.value !== before.value || now.get !== before.get))
    Object.defineProperty(globalThis, name, before);
  if (!before && now.configurable) delete globalThis[name];
}
