/** Holds the recorded traffic to Atlassian's documents; a violation from either side fails the run. */
const { spawnSync } = require('node:child_process');
const {
  appendFileSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} = require('node:fs');
const { join } = require('node:path');
/** Where Jira's documents contradict themselves: the stand-in's own tests call these, the app does not. */
const contradictions = require('../test/sandbox/jira/fidelity/contradictions.json');

const shown = 20;
/** Processes have their own virtual times: in one file they must not seem to overlap. */
const apartMs = 1e11;

module.exports = function teardown() {
  const { SHARED_DIR, RECORD_TRAFFIC } = process.env;
  if (!SHARED_DIR) {
    console.log('\nThe check of the recorded Jira traffic is skipped: SHARED_DIR is not set.');
    return;
  }
  const all = join(RECORD_TRAFFIC, 'all');
  let shift = 0;
  for (const file of readdirSync(RECORD_TRAFFIC)) {
    let last = 0;
    const shifted = readFileSync(join(RECORD_TRAFFIC, file), 'utf8').replace(/^\{"at":(\d+)/gm, (_, at) => {
      last = Math.max(last, Number(at));
      return `{"at":${Number(at) + shift}`;
    });
    appendFileSync(all, shifted);
    shift += last + apartMs;
  }
  if (!existsSync(all)) return;
  const check = join(SHARED_DIR, 'contract-check/check');
  // Into a file: the check ends without waiting for a pipe to take all it says.
  const said = join(RECORD_TRAFFIC, 'said');
  const out = openSync(said, 'w');
  const { stderr } = spawnSync(check, [all, '--manifest', 'manifest.yml', '--json'], {
    encoding: 'utf8',
    stdio: ['ignore', out, 'pipe'],
  });
  closeSync(out);
  const stdout = readFileSync(said, 'utf8');
  const calls = readFileSync(all, 'utf8').trimEnd().split('\n');
  rmSync(RECORD_TRAFFIC, { recursive: true, force: true });
  if (!stdout) throw new Error(`The contract check did not run: ${stderr}`);
  const isKnown = (one) => contradictions.some(({ op, code }) => op === one.op && code === one.code);
  const wrong = JSON.parse(stdout).filter(
    (one) => one.severity !== 'warn' && !isKnown(one) && !wasUnderWay(one, calls),
  );
  console.log(`\n${stderr.trim()}`);
  if (wrong.length === 0) return;
  const lines = wrong
    .slice(0, shown)
    .map(({ code, op, path, message }) => `${code} ${op ?? path}: ${message}`);
  throw new Error(
    `The recorded Jira traffic breaks Atlassian's documents ${wrong.length} times:\n${lines.join('\n')}`,
  );
};

/** The recording notes when Jira answered; the app hears of it so much later at most, in the slowest of the sandboxes. */
const heardWithinMs = 100;

/**
 * Calls go out side by side: one that was sent before the app could hear of a limit is no retry, though the check, which
 * reads one call after the other, takes it for one.
 */
function wasUnderWay({ code, index, message }, calls) {
  if (code !== 'rate/retry-too-early') return false;
  const early = Number(/sent (\d+) ms/.exec(message)?.[1]);
  const { at } = JSON.parse(calls[index]);
  for (let before = index - 1; before >= 0; before -= 1) {
    const limited = JSON.parse(calls[before]);
    if (at - limited.at > heardWithinMs) return false;
    const after = Object.entries(limited.responseHeaders).find(
      ([name]) => name.toLowerCase() === 'retry-after',
    );
    if (limited.status === 429 && after && limited.at + Number(after[1]) * 1000 - at === early) return true;
  }
  return false;
}
