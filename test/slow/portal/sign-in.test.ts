import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { isChromiumHere } from '../../support/chromium.ts';
import { aPortal, type Portal } from '../../support/portal.ts';

/** Signing in and out, and what becomes of whoever is not signed in any more. */

vi.setConfig({ testTimeout: 120_000 });

const READER = 'Reader of Northshire Council';

describe.skipIf(!isChromiumHere)('in Chromium', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await aPortal(() => Promise.resolve());
  });
  afterAll(() => portal.close());

  test('an address with a code that this tab did not ask for signs nobody in, and the code is gone from it', async () => {
    const { page, look, leave } = await portal.someone('foreign-code');
    await page.goto(`${portal.system.baseUrl}/portal?code=stolen&state=foreign`);
    await page.getByText('You are not signed in. Sign in again.').waitFor();
    expect(page.url()).toBe(`${portal.system.baseUrl}/portal`);
    await look('not-signed-in');
    await leave();
  });

  test('whoever turns back at the sign-in page is told so, and can go again', async () => {
    const { page, leave } = await portal.someone('turned-back');
    await page.goto(`${portal.system.baseUrl}/portal`);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'Go back without signing in' }).click();
    await page.getByRole('heading', { name: 'You were not signed in' }).waitFor();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: READER }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await leave();
  });

  test('whoever is signed out by time signs in again and is back where they were', async () => {
    const { page, look, signIn, leave } = await portal.someone('signed-out');
    await signIn(READER);
    await page.route('**/v1/packs/**', (route) =>
      route.fulfill({ status: 401, contentType: 'application/json', body: '{"message":"Unauthorized"}' }),
    );
    await page.goto(`${portal.system.baseUrl}/portal#/packs/northshire/2026-10`);
    await page.getByRole('heading', { name: 'You have been signed out' }).waitFor();
    await look('signed-out');
    await page.unroute('**/v1/packs/**');
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await page.getByRole('button', { name: READER }).click();
    await page.getByRole('heading', { name: 'October 2026' }).waitFor();
    expect(page.url()).toContain('#/packs/northshire/2026-10');
    await page.getByText('There is nothing here', { exact: true }).waitFor();
    await leave();
  });

  test('a page that is another role’s is none, and a reload signs out', async () => {
    const { page, signIn, leave } = await portal.someone('reloaded');
    await signIn(READER);
    await page.goto(`${portal.system.baseUrl}/portal#/clients`);
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await leave();
  });

  test('whoever signs out is out, and going back does not bring them in', async () => {
    const { page, signIn, leave } = await portal.someone('left');
    await signIn(READER);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await leave();
  });
});
