#!/usr/bin/env node
/**
 * Sends a scanner's report to Security Findings for Jira: signed, in parts where it is large, again where the network
 * or the other side fails, and tells what became of it. One file, nothing to install; Node 20 or newer.
 *
 *   node send-report.mjs --product shop --complete --wait 300 --fail-on "new critical" results.sarif
 *
 * Environment: SECURITY_FINDINGS_URL (the connection's base URL), SECURITY_FINDINGS_SECRET (its `whsec_…`).
 * Ends 0 when all went well, 1 when the report could not be sent or is not taken, 2 when the rule of --fail-on says so.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const usage = `Usage: node send-report.mjs --product <name> [options] <report>

  --product <name>    the product that the findings belong to (required)
  --format <name>     the format of the report; without it the app finds out (auto)
  --complete          what this report lacks is resolved, within its scope
  --scope <text>      what the report speaks for; without it repository and branch of the pipeline,
                      and without a pipeline what the report says of itself
  --category <text>   tells reports of one repository and branch apart, such as "frontend"
  --wait <seconds>    wait until the findings have their issues, and print what became of them
  --fail-on <rule>    "new critical", "new high", …: end with 2 when findings of at least this severity are new

SECURITY_FINDINGS_URL and SECURITY_FINDINGS_SECRET name the connection.`;

const severities = ['info', 'low', 'medium', 'high', 'critical'];
/** What one request may hold. */
const limits = { bytes: 4_000_000, results: 10_000 };
const tries = 6;

/** Where each format has its results; `*` stands for every entry of a list. */
const lists = [
  ['runs', '*', 'results'],
  ...['Vulnerabilities', 'Misconfigurations', 'Secrets', 'Licenses'].flatMap((list) => [
    ['Results', '*', list],
    ['Resources', '*', 'Results', '*', list],
  ]),
  ['vulnerabilities'],
  ['results'],
  ['matches'],
  ['Findings'],
  ['findings'],
  [],
];

class Refused extends Error {}

try {
  process.exitCode = await main(process.argv.slice(2), process.env);
} catch (error) {
  console.error(error instanceof Refused ? error.message : error);
  process.exitCode = 1;
}

async function main(args, env) {
  const options = readOptions(args, env);
  if (options === 'help') return console.log(usage) ?? 0;
  const text = readReport(options.file);
  options.scope ??= scopeOf(options.category, imageOf(parsed(text)), env);
  const parts = split(text);
  const receipts = [];
  const upload = randomUUID();
  for (const [index, body] of parts.entries()) {
    const piece = parts.length > 1 ? { part: `${index + 1}-of-${parts.length}`, upload } : {};
    const { receipt, accepted, rejected } = await post(options, body, piece);
    console.log(
      `${piece.part ? `Part ${piece.part}: ` : ''}${accepted} results accepted, receipt ${receipt}`,
    );
    for (const { index: at, errors } of rejected)
      for (const { path, message } of errors) console.log(`  result ${at}: ${path} ${message}`);
    receipts.push(receipt);
  }
  if (options.wait === 0) return 0;
  return judge(options, await outcomes(options, receipts));
}

function readOptions(args, env) {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  const url = env.SECURITY_FINDINGS_URL?.replace(/\/+$/, '');
  const secret = env.SECURITY_FINDINGS_SECRET;
  if (!url || !secret) throw new Refused('Set SECURITY_FINDINGS_URL and SECURITY_FINDINGS_SECRET.');
  if (!secret.startsWith('whsec_'))
    throw new Refused('SECURITY_FINDINGS_SECRET must be the whsec_… of a connection with signatures.');
  const [file] = positionals;
  if (!values.product || positionals.length !== 1) throw new Refused(usage);
  return {
    ...{ url, secret, file, product: values.product, complete: values.complete },
    format: values.format,
    scope: values.scope && legalScope([values.scope, values.category]),
    category: values.category,
    leastNew: ruleOf(values['fail-on']),
    wait: secondsOf(values),
  };
}

function parse(args) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        product: { type: 'string' },
        format: { type: 'string', default: 'auto' },
        complete: { type: 'boolean', default: false },
        scope: { type: 'string' },
        category: { type: 'string' },
        wait: { type: 'string' },
        'fail-on': { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new Refused(`${error.message}\n\n${usage}`);
  }
}

/** Repository and branch as GitHub Actions or GitLab CI name them, and the image, so that two of one pipeline stay apart. */
function scopeOf(category, image, env) {
  const repository = env.GITHUB_REPOSITORY ?? env.CI_PROJECT_PATH;
  const branch = env.GITHUB_HEAD_REF || env.GITHUB_REF_NAME || env.CI_COMMIT_REF_NAME;
  const place = repository && [repository, branch && `@${branch}`].filter(Boolean).join('');
  // Without a pipeline the report says itself what it speaks for, its image included.
  return place || category ? legalScope([place, image, category]) : undefined;
}

/** The platform splits queries at commas. */
function legalScope(parts) {
  return parts.filter(Boolean).join(' ').replaceAll(',', '_').slice(0, 255);
}

/** The image that a report of Trivy, Grype or in CycloneDX is about, without tag and digest: these change with each build. */
function imageOf(document) {
  const { ArtifactType, ArtifactName, source, metadata } = document ?? {};
  const component = metadata?.component;
  const name =
    (ArtifactType === 'container_image' && ArtifactName) ||
    (source?.type === 'image' && source.target?.userInput) ||
    (component?.type === 'container' && component.name);
  return typeof name === 'string' ? name.replace(/@.*$/, '').replace(/:[^/:]+$/, '') : undefined;
}

function ruleOf(rule) {
  if (rule === undefined) return undefined;
  const severity = /^new ([a-z]+)$/.exec(rule.trim())?.[1] ?? '';
  if (!severities.includes(severity))
    throw new Refused(`--fail-on must be "new" and a severity (${severities.join(', ')}), not "${rule}".`);
  return severities.indexOf(severity);
}

/** A rule can only judge what has arrived. */
function secondsOf({ wait, 'fail-on': rule }) {
  const seconds = Number(wait ?? (rule === undefined ? 0 : 300));
  if (!(seconds >= 0)) throw new Refused('--wait must be a number of seconds.');
  return seconds;
}

function readReport(file) {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new Refused(`The report could not be read: ${error.message}`);
  }
}

/** The bodies to send: the report as it is, or as many parts as its size asks for. */
function split(text) {
  const isLarge = Buffer.byteLength(text) > limits.bytes;
  const document = parsed(text);
  if (document === undefined) return isLarge ? splitLines(text) : [text];
  const found = lists.flatMap((path) => listsAt(document, path));
  const results = found.reduce((sum, { list }) => sum + list.length, 0);
  if (!isLarge && results <= limits.results) return [text];
  if (results === 0) throw new Refused('The report is too large, and no list of results was found in it.');
  return splitLists(document, found);
}

/** Undefined: it is no JSON document, such as one object a line. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The lists at a path, each with the way to it. */
function listsAt(value, [step, ...rest], way = []) {
  if (step === undefined) return Array.isArray(value) ? [{ list: value, way }] : [];
  if (step === '*')
    return Array.isArray(value)
      ? value.flatMap((one, index) => listsAt(one, rest, [...way, String(index)]))
      : [];
  const isThere = value !== null && typeof value === 'object' && Object.hasOwn(value, step);
  return isThere ? listsAt(value[step], rest, [...way, step]) : [];
}

/** Each part holds everything but the results, and as many of these as fit. */
function splitLists(document, found) {
  const frame = JSON.stringify(withLists(document, found, () => []));
  const room = limits.bytes - Buffer.byteLength(frame);
  const parts = [];
  let [bytes, count] = [Infinity, 0];
  for (const [at, { list }] of found.entries())
    for (const result of list) {
      const size = Buffer.byteLength(JSON.stringify(result)) + 1;
      if (size > room) throw new Refused('A single result and what the report says of all are too large.');
      if (bytes + size > room || count >= limits.results) {
        parts.push(found.map(() => []));
        [bytes, count] = [0, 0];
      }
      parts.at(-1)[at].push(result);
      bytes += size;
      count += 1;
    }
  return parts.map((part) => JSON.stringify(withLists(document, found, (at) => part[at])));
}

/** A copy of the document with other lists. */
function withLists(document, found, listFor) {
  const replaced = new Map(found.map(({ list }, at) => [list, listFor(at)]));
  const copy = (value) => {
    if (replaced.has(value)) return replaced.get(value);
    if (Array.isArray(value)) return value.map(copy);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, copy(one)]));
  };
  return copy(document);
}

function splitLines(text) {
  const parts = [];
  let [bytes, count] = [Infinity, 0];
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const size = Buffer.byteLength(line) + 1;
    if (size > limits.bytes) throw new Refused('A single line of the report is too large.');
    if (bytes + size > limits.bytes || count >= limits.results) {
      parts.push([]);
      [bytes, count] = [0, 0];
    }
    parts.at(-1).push(line);
    bytes += size;
    count += 1;
  }
  return parts.map((lines) => lines.join('\n'));
}

async function post(options, body, piece) {
  const query = new URLSearchParams({
    ...(options.complete && { complete: 'true' }),
    ...(options.scope !== undefined && { scope: options.scope }),
    ...piece,
  });
  const path = `/v1/products/${encodeURIComponent(options.product)}/reports/${encodeURIComponent(options.format)}`;
  const answer = await call(options, { method: 'POST', path, query: query.toString(), body });
  if (answer.status !== 202) throw new Refused(wordsOf(answer));
  return answer.json;
}

/** One call, repeated under the same id while it may yet succeed: it is carried out once. */
async function call({ url, secret }, { method, path, query = '', body }) {
  const id = randomUUID();
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send(url + path + (query && `?${query}`), {
      method,
      body,
      headers: { 'content-type': 'application/json', ...signed(secret, id, body ?? `${method} ${path}`) },
    });
    const mayPass = answer.status === 0 || answer.status === 429 || answer.status >= 500;
    if (!mayPass || attempt === tries) return answer;
    const seconds = answer.retryAfter ?? 2 ** attempt;
    console.log(`${wordsOf(answer)} Trying again in ${seconds} s.`);
    await sleep(seconds);
  }
}

async function send(address, request) {
  try {
    const response = await fetch(address, { ...request, redirect: 'error' });
    const text = await response.text();
    const retryAfter = Number(response.headers.get('retry-after')) || undefined;
    return { status: response.status, retryAfter, json: parsed(text) ?? {} };
  } catch (error) {
    return { status: 0, json: { detail: `No answer: ${error.cause?.message ?? error.message}.` } };
  }
}

/** The headers of Standard Webhooks: https://www.standardwebhooks.com */
function signed(secret, id, content) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${content}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

function wordsOf({ status, json: { title, detail, errors = [] } }) {
  const list = errors.map(({ path, message }) => `\n  ${path} ${message}`).join('');
  return `${status === 0 ? '' : `${status}: `}${detail ?? title ?? 'An answer without words.'}${list}`;
}

/** Asks for the receipts until all are done or the time is over. */
async function outcomes(options, receipts) {
  const end = Date.now() + options.wait * 1000;
  const done = [];
  for (const receipt of receipts)
    for (;;) {
      const answer = await call(options, { method: 'GET', path: `/v1/receipts/${receipt}` });
      if (answer.status !== 200) throw new Refused(wordsOf(answer));
      if (answer.json.done || Date.now() >= end) {
        done.push(answer.json);
        break;
      }
      await sleep(Math.min(5, Math.max(0, (end - Date.now()) / 1000)));
    }
  return done;
}

/** Prints what became of the findings; answers how the process ends. */
function judge({ leastNew, wait }, receipts) {
  const findings = receipts.flatMap((receipt) => receipt.findings);
  for (const [state, count] of counted(findings.map((finding) => finding.state)))
    console.log(`${count} ${state}`);
  for (const [reason, count] of counted(findings.flatMap(({ reason = [] }) => reason)))
    console.log(`  ${count}: ${reason}`);
  for (const { resolved, incomplete } of receipts) {
    if (resolved) console.log(`${resolved} resolved: the report no longer holds them`);
    if (incomplete) console.log(`Nothing is resolved: ${incomplete}`);
  }
  const fresh = severities.map((severity) =>
    receipts.reduce((sum, one) => sum + (one.new?.[severity] ?? 0), 0),
  );
  for (const [rank, severity] of [...severities.entries()].reverse())
    if (fresh[rank] > 0) console.log(`${fresh[rank]} new ${severity}`);
  if (leastNew !== undefined && fresh.slice(leastNew).some((count) => count > 0)) return 2;
  if (receipts.every(({ done }) => done)) return 0;
  console.log(`Not everything was done within ${wait} s; what is pending goes on by itself.`);
  return leastNew === undefined ? 0 : 1;
}

function counted(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function sleep(seconds) {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
