import type { Browser } from 'playwright-core';
import type { SandboxClock } from '../../sandbox/clock';
import type { EgressHandler } from '../../sandbox/forge/egress';
import { launchBrowser } from '../../support/browser';
import { buildIfStale } from '../../sandbox/build';
import { appDir, openSandbox, type Sandbox } from './sandbox';
import { createWindows, whatIsShown, type Visitor, type Who, type Windows } from './visitors';

/** One browser and one sandbox for all tests of a file. */
export interface Stage {
  /** Runs a journey where there is a browser, and says so where there is none; its visitors leave at the end. */
  play(journey: (scene: Scene) => Promise<void>): () => Promise<void>;
}

export interface Scene {
  readonly sandbox: Sandbox;
  /** Lets a person in, with a window of their own. */
  enter(who: Who, locale?: string): Promise<Visitor>;
}

/**
 * Prepares the browser, the built pages and a sandbox before the tests of a file; `prepare` sets the sandbox up, and
 * `network` stands for the hosts outside. On a virtual clock the host works when it is told to.
 */
export function useStage(
  prepare: (sandbox: Sandbox) => Promise<unknown> = () => Promise.resolve(),
  network?: EgressHandler,
  clock?: SandboxClock,
): Stage {
  let browser: Browser | undefined;
  let skipped = '';
  let sandbox: Sandbox | undefined;
  let windows: Windows | undefined;

  beforeAll(async () => {
    buildIfStale(appDir);
    const launched = await launchBrowser();
    if ('skip' in launched) {
      skipped = launched.skip;
      return;
    }
    browser = launched.browser;
    sandbox = await openSandbox(clock, network);
    windows = createWindows(browser, sandbox);
    await prepare(sandbox);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await sandbox?.close();
  });

  return {
    play: (journey) => async () => {
      if (!windows || !sandbox) {
        console.warn(`Not run: ${skipped}`);
        return;
      }
      const [open, place] = [windows.open, sandbox];
      const visitors: Visitor[] = [];
      const enter = async (who: Who, locale?: string) => {
        const visitor = await open(who, locale);
        visitors.push(visitor);
        return visitor;
      };
      try {
        await journey({ sandbox: place, enter });
      } catch (error) {
        for (const visitor of visitors) console.error(await whatIsShown(visitor));
        throw error;
      } finally {
        for (const visitor of visitors) await visitor.leave();
      }
    },
  };
}
