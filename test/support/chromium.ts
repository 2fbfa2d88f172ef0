import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian's Chromium is; tests that need it are skipped where it is absent. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

export const isChromiumHere = existsSync(CHROMIUM);

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];

/** Starts Chromium without a screen, and without calls of its own. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: QUIET });
