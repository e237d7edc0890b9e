import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

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
  const executablePath = await packaged.executablePath();
  // In a single process the pages of two contexts share their cookies: two people could not be told apart.
  const args = packaged.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote');
  return { browser: await chromium.launch({ executablePath, args, headless: true }) };
}

async function installedBrowser(): Promise<LaunchedBrowser> {
  const named = process.env['CHROME_PATH'];
  const executablePath = [...(named === undefined ? [] : [named]), ...INSTALLED].find((path) =>
    existsSync(path),
  );
  if (executablePath === undefined) return { skip: 'No Chrome was found; CHROME_PATH can name one.' };
  return { browser: await chromium.launch({ executablePath, headless: true }) };
}
