import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { isChromiumHere } from '../../support/chromium.ts';
import { aPortal, type Portal } from '../../support/portal.ts';
import { aSentPlacement, aSentSession } from '../../support/sent.ts';

/** The job of a referrer's worker at the portal, from sign-in to done: a report that is due, made and saved. */

vi.setConfig({ testTimeout: 120_000 });

const referred = {
  ...{ referrer: 'northshire-children', reportAgreement: 'agreed' },
  ...{ endedOn: '2026-10-20', endReason: 'left', plannedEndOn: '2026-12-20' },
  ...{ referredOn: '2026-09-20', startsOn: '2026-09-28' },
};

describe.skipIf(!isChromiumHere)('in Chromium', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await aPortal(async ({ provider }) => {
      const records = [
        { type: 'placement', id: 'P-1', ...aSentPlacement('SU-1', referred) },
        { type: 'session', id: 'S-1', ...aSentSession('SU-1', { startsAt: '2026-09-29T09:00:00Z' }) },
        {
          type: 'placement',
          id: 'P-2',
          ...aSentPlacement('SU-2', { ...referred, reportAgreement: 'refused' }),
        },
      ];
      expect((await provider('POST', '/v1/batches', { records })).body).toMatchObject({
        counts: { created: 3 },
      });
    });
  });
  afterAll(() => portal.close());

  test('sees the report that is due, makes it, and it is due no more', async () => {
    const { page, look, signIn, saved, leave } = await portal.someone('referrer');
    await signIn('Worker of Northshire Council');
    const due = page.getByRole('table', { name: 'Not made yet' });
    await due.waitFor();
    expect(await due.innerText()).toContain('The end of the placement, 20 October 2026');
    expect(await due.innerText()).not.toContain('P-2');
    await look('reports-due');
    const report = await saved(() =>
      page.getByRole('button', { name: 'Make the report (PDF) on placement P-1' }).click(),
    );
    expect(report.name).toBe('report-janus-enterprise-P-1.pdf');
    expect(report.bytes.subarray(0, 4).toString()).toBe('%PDF');
    await page.getByText('No report is due.').waitFor();
    await look('report-made');
    await leave();
  });
});
