/** The files that take longest start first, so that no worker waits for the other at the end. */
const { default: Sequencer } = require('@jest/test-sequencer');

/** Folders whose files take more than their size says, longest first. */
const long = ['/test/model/', '/test/e2e/', '/test/project/'];

const rank = ({ path }) => {
  const found = long.findIndex((folder) => path.includes(folder));
  return found < 0 ? long.length : found;
};

module.exports = class LongestFirst extends Sequencer {
  /** Within a rank the usual order: what failed last time, then by its last duration or its size. */
  sort(tests) {
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
};
