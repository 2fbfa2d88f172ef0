import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { isChromiumHere } from '../../support/chromium.ts';
import { aPortal, type Portal } from '../../support/portal.ts';
import { aSentPlacement, aSentSession } from '../../support/sent.ts';

/** The job of finance at the portal, from sign-in to done: what is left of a block, and a statement on one's own disk. */

vi.setConfig({ testTimeout: 120_000 });

const block = {
  provider: 'janus-enterprise',
  commissioner: 'northshire',
  service: 'day-programme',
  weeks: 36,
  pricePence: 954_180,
  boughtOn: '2026-09-01',
  validFrom: '2026-09-07',
  validTo: '2027-01-31',
};
/** From Monday 5 October on. */
const placed = {
  ...{ referredOn: '2026-09-20', startsOn: '2026-10-05', plannedEndOn: '2026-12-20' },
  ...{ funding: 'block', block: 'B-1' },
};

describe.skipIf(!isChromiumHere)('in Chromium', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await aPortal(async ({ provider, financeOf, runMonth }) => {
      const commissioner = await financeOf('commissioner');
      expect((await commissioner('PUT', '/v1/blocks/B-1', block)).status).toBe(201);
      const records = [
        { type: 'placement', id: 'P-1', ...aSentPlacement('SU-1', placed) },
        { type: 'session', id: 'S-1', ...aSentSession('SU-1', { startsAt: '2026-10-06T09:00:00Z' }) },
      ];
      expect((await provider('POST', '/v1/batches', { records })).body).toMatchObject({
        counts: { created: 2 },
      });
      expect(await runMonth({ kind: 'statements' })).toMatchObject({ state: 'succeeded' });
    });
  });
  afterAll(() => portal.close());

  test.each([
    ['Finance officer of Northshire Council', 'finance-commissioner', 'Janus Enterprise'],
    ['Finance officer of Janus Enterprise', 'finance-provider', 'Northshire'],
  ])('the %s sees what is left of a block, and saves a statement', async (person, name, other) => {
    const { page, look, signIn, goTo, saved, leave } = await portal.someone(name);
    await signIn(person);
    const row = page.getByRole('row', { name: /^B-1/ });
    await row.waitFor();
    // 36 weeks at £265.05 each: October used four, and the week from 2 November is the fifth.
    expect(await row.innerText()).toContain('36 weeks, £9,541.80');
    expect(await row.innerText()).toMatch(/31 weeks, £8,216.55 \(November 2026, provisional\)/);
    await look('blocks');

    await goTo('Statements');
    await look('statements');
    await page.getByRole('link', { name: `October 2026 with ${other}` }).click();
    await page.getByRole('table', { name: 'Blocks in this month' }).waitFor();
    await look('statement');
    for (const [button, ending, begins] of [
      ['Download the statement (PDF)', 'statement.pdf', '%PDF'],
      ['Download the workbook (Excel)', 'statement.xlsx', 'PK'],
      ['Download the invoice lines (CSV)', 'invoice-lines.csv', ''],
    ] as const) {
      const file = await saved(() => page.getByRole('button', { name: button }).click());
      expect(file.name).toBe(`northshire-janus-enterprise-2026-10-provisional-${ending}`);
      expect(file.bytes.toString('latin1').startsWith(begins)).toBe(true);
    }
    await leave();
  });
});
