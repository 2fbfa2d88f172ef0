import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { isChromiumHere } from '../../support/chromium.ts';
import { aPortal, type Portal } from '../../support/portal.ts';

/** A whole job by the keyboard alone, from the portal's address to done. */

vi.setConfig({ testTimeout: 120_000 });

/** What the control at the keyboard is called: by its label, or by what it says. */
const NAME_OF_FOCUSED = `(() => {
  const focused = document.activeElement;
  return (focused?.labels?.[0] ?? focused)?.textContent?.replace(/\\s+/g, ' ').trim();
})()`;

async function tabTo(page: Page, name: string): Promise<void> {
  for (let stop = 0; stop < 120; stop += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate<string>(NAME_OF_FOCUSED)).startsWith(name)) return;
  }
  throw new Error(`no stop of the keyboard at ${name}`);
}

describe.skipIf(!isChromiumHere)('in Chromium', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await aPortal(() => Promise.resolve());
  });
  afterAll(() => portal.close());

  test('a provider signs in, and says that there were no lapses in a month', async () => {
    const { page, leave } = await portal.someone('keyboard');
    await page.goto(`${portal.system.baseUrl}/portal`);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await tabTo(page, 'Sign in');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Choose who to be' }).waitFor();
    await tabTo(page, 'Records officer of Janus Enterprise');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Send a file', level: 1 }).waitFor();

    // Whoever comes to a page stands at its heading; from the top, the first stop leads past the pages.
    expect(await page.evaluate(NAME_OF_FOCUSED)).toBe('Send a file');
    await page.evaluate("document.querySelector('.skip').focus()");
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('MAIN');
    expect(page.url()).not.toContain('#main');

    await page.evaluate("document.querySelector('.skip').focus()");
    await tabTo(page, 'What has arrived');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'What has arrived', level: 1 }).waitFor();
    expect(await page.evaluate(NAME_OF_FOCUSED)).toBe('What has arrived');
    await tabTo(page, 'Month');
    await page.keyboard.type('October 2026');
    await page.getByText('5 November 2026 at').waitFor();
    await tabTo(page, 'Nothing to send of lapses');
    await page.keyboard.press('Enter');
    await page.getByText('It is noted that there are no lapses of October 2026.').waitFor();
    expect(await page.evaluate(NAME_OF_FOCUSED)).toMatch(/^Done ?It is noted/);
    await leave();
  });
});
