import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { devDependencies } from '../../package.json';

/** A browser to drive, or why there is none on this machine. */
export type LaunchedBrowser = { readonly browser: Browser } | { readonly skip: string };

const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Arguments of the package that are not for tests. In a single process the pages of two contexts share their cookies:
 * two people could not be told apart. Without web security a page could do what no browser of theirs allows. Drawing by an emulated graphics card takes more time than all the rest.
 */
const UNWANTED =
  /^--(single-process|no-zygote|disable-web-security|allow-running-insecure-content|ignore-gpu-blocklist|use-gl=.*|use-angle=.*|enable-unsafe-swiftshader)$/;

/**
 * Pages of one context share a process, where the usual browser gives each its own: what V8 learned of the scripts of one
 * page serves the next.
 */
const SHARING = ['--renderer-process-limit=1'];

/** The package unpacks into the folder for temporary files. */
const UNPACK = "import('@sparticuz/chromium').then((packaged) => packaged.default.executablePath())";

/**
 * Starts a Chromium: the one that comes as a package on Linux x64, else an installed Chrome (`CHROME_PATH` names
 * another). Where there is none it answers a reason to skip. @throws instead of skipping when REQUIRE_BROWSER is 1.
 */
export async function launchBrowser(): Promise<LaunchedBrowser> {
  const launched =
    process.platform === 'linux' && process.arch === 'x64'
      ? await packagedBrowser()
      : await installedBrowser();
  if ('skip' in launched && process.env['REQUIRE_BROWSER'] === '1') throw new Error(launched.skip);
  return launched;
}

async function packagedBrowser(): Promise<LaunchedBrowser> {
  const { default: packaged } = await import('@sparticuz/chromium');
  const args = [...packaged.args.filter((arg) => !UNWANTED.test(arg)), '--disable-gpu', ...SHARING];
  const start = () => chromium.launch({ executablePath: unpackedBrowser(), args, headless: true });
  // About once in two hundred times it dies of itself (SIGSEGV) while it starts.
  return { browser: await start().catch(start) };
}

/**
 * Where the packaged browser lies ready to run. It is unpacked once for all processes and put in place whole: the
 * package by itself takes the half-written file of another process for the browser.
 */
function unpackedBrowser(): string {
  const place = join(tmpdir(), `chromium-${devDependencies['@sparticuz/chromium']}`);
  if (!existsSync(place)) {
    const draft = mkdtempSync(`${place}-`);
    execFileSync(process.execPath, ['-e', UNPACK], {
      env: { ...process.env, TMPDIR: draft },
      cwd: __dirname,
    });
    moveUnlessThere(draft, place);
  }
  return join(place, 'chromium');
}

/** Of several processes that bring the same folder, the first wins. */
function moveUnlessThere(draft: string, place: string): void {
  try {
    renameSync(draft, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
    rmSync(draft, { recursive: true });
  }
}

async function installedBrowser(): Promise<LaunchedBrowser> {
  const named = process.env['CHROME_PATH'];
  const executablePath = [...(named === undefined ? [] : [named]), ...INSTALLED].find((path) =>
    existsSync(path),
  );
  if (executablePath === undefined) return { skip: 'No Chrome was found; CHROME_PATH can name one.' };
  return { browser: await chromium.launch({ executablePath, args: SHARING, headless: true }) };
}
