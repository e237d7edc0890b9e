/**
 * Each test file installs the globals of the Forge host anew. What is left of the last one would be asked at every
 * promise of all files after it, in the same process: fifty of them make a promise twenty times as slow.
 */
afterAll(() => {
  globalThis[Symbol.for('sandbox.forge.globals')]?.storage.disable();
});
