import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { virtualClock } from '../clock';
import { createRecorder } from '../recorder';

// What these tests record are no calls to Jira.
delete process.env.RECORD_TRAFFIC;

const request = { method: 'POST', path: '/rest/api/3/issue?x=1', headers: {}, body: '{"a":1}' };
const answer = { status: 201, headers: { 'content-type': 'application/json' }, body: '{"id":"1"}' };
const recorded = {
  at: 5,
  method: 'POST',
  path: '/rest/api/3/issue?x=1',
  status: 201,
  responseHeaders: { 'content-type': 'application/json' },
  body: { a: 1 },
  response: { id: '1' },
};

test('a call is kept as the contract check reads it', () => {
  const recorder = createRecorder(virtualClock(5));
  recorder.record(request, answer);
  recorder.record({ method: 'DELETE', path: '/x', headers: {} }, { status: 204, headers: {}, body: '' });
  recorder.record({ ...request, body: 'no json' }, { ...answer, body: '<html>' });
  expect(recorder.calls[0]).toEqual(recorded);
  expect(recorder.calls[1]).toEqual({
    at: 5,
    method: 'DELETE',
    path: '/x',
    status: 204,
    responseHeaders: {},
  });
  expect(recorder.calls[2]).toMatchObject({ body: 'no json', response: '<html>' });
});

test('only the newest calls stay in memory', () => {
  const recorder = createRecorder(virtualClock(0), 10);
  for (let n = 0; n < 100; n += 1) recorder.record({ ...request, path: `/${String(n)}` }, answer);
  expect(recorder.calls.length).toBeLessThanOrEqual(20);
  expect(recorder.calls.at(-1)?.path).toBe('/99');
});

test('with RECORD_TRAFFIC every call is a line of a file in that folder', () => {
  const before = process.env.RECORD_TRAFFIC;
  const folder = mkdtempSync(join(tmpdir(), 'traffic-'));
  process.env.RECORD_TRAFFIC = join(folder, 'deeper');
  try {
    const recorder = createRecorder(virtualClock(5));
    recorder.record(request, answer);
    recorder.record(request, answer);
    const files = readdirSync(join(folder, 'deeper'));
    expect(files).toEqual([expect.stringMatching(/\.jsonl$/)]);
    const lines = readFileSync(join(folder, 'deeper', files[0] ?? ''), 'utf8')
      .trim()
      .split('\n');
    const line = { ...recorded, at: expect.any(Number) as unknown };
    expect(lines.map((text) => JSON.parse(text) as unknown)).toEqual([line, line]);
  } finally {
    if (before === undefined) delete process.env.RECORD_TRAFFIC;
    else process.env.RECORD_TRAFFIC = before;
    rmSync(folder, { recursive: true });
  }
});
