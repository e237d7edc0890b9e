/** Every call between app and Jira of this run is written down, where there are documents to hold it to. */
const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

module.exports = function setup() {
  if (process.env.SHARED_DIR) process.env.RECORD_TRAFFIC = mkdtempSync(join(tmpdir(), 'traffic-'));
};
