import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { isChromiumHere } from '../../support/chromium.ts';
import { aPortal, type Portal } from '../../support/portal.ts';
import { aCohort, aSentPlacement, aSentSession } from '../../support/sent.ts';

/** A pack at the portal, from the machine's checks to its reader: two people approve and release, a third one reads. */

vi.setConfig({ testTimeout: 180_000 });

const FIRST = 'First approver of Northshire Council';
const SECOND = 'Second approver of Northshire Council';
const READER = 'Reader of Northshire Council';
const SAID =
  'Sessions of October came late from one provider. They are in this pack.\nNothing else stands out.';

describe.skipIf(!isChromiumHere)('in Chromium', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await aPortal(async ({ provider, runMonth }) => {
      const sent = await provider('POST', '/v1/batches', { records: aCohort() });
      expect(sent.body).toMatchObject({ counts: { rejected: 0 } });
      // September is left out, which the gate warns of.
      for (const month of ['2026-08', '2026-10'])
        expect(await runMonth({ month })).toMatchObject({ state: 'succeeded' });
    });
  });
  afterAll(() => portal.close());

  test('two people approve, one takes back, one releases, and each sees what the other did', async () => {
    const reader = await portal.someone('reader-before-release');
    await reader.signIn(READER);
    await reader.page.getByText('No pack has been released yet.').waitFor();
    await reader.look('no-pack-yet');
    await reader.leave();

    const first = await portal.someone('first-approver');
    await first.signIn(FIRST);
    await first.page.getByRole('table', { name: 'Packs that wait' }).waitFor();
    await first.look('packs-that-wait');
    await first.page.getByRole('link', { name: 'October 2026 of Northshire' }).click();
    await first.page.getByRole('table', { name: 'What was checked' }).waitFor();
    await first.look('gate');
    await first.page.getByRole('button', { name: 'Read it here' }).click();
    await first.page
      .frameLocator('iframe.pack')
      .getByRole('heading', { name: /Northshire Council/ })
      .waitFor();
    await first.look('preview');

    await first.page.getByRole('button', { name: 'Approve revision 1' }).click();
    await first.page.getByRole('alert').getByText('Write a commentary first').waitFor();
    await first.look('commentary-needed');
    await first.page.getByLabel('Commentary').fill('Ring 07700 900123 about it.');
    await first.page.getByRole('button', { name: 'Approve revision 1' }).click();
    await first.page
      .getByRole('alert')
      .getByText(/telephone number/)
      .waitFor();
    await first.look('commentary-names-somebody');
    await first.page.getByLabel('Commentary').fill(SAID);
    await first.page.getByRole('button', { name: 'Approve revision 1' }).click();
    await first.page.getByText('Your approval is kept.').waitFor();
    await first.look('approved');

    const second = await portal.someone('second-approver');
    await second.signIn(SECOND);
    await second.page.getByText('1 of 2 approvals').waitFor();
    await second.look('one-approval-so-far');
    await second.page.getByRole('link', { name: 'October 2026 of Northshire' }).click();
    await second.page.getByRole('row', { name: /Another approver/ }).waitFor();
    await second.page.getByRole('button', { name: 'Approve revision 1' }).click();
    await second.page.getByText('Your approval is kept.').waitFor();
    await second.look('approved-by-two');
    await second.page.getByRole('button', { name: 'Take back my approval' }).click();
    await second.page.getByText('Your approval is taken back.').waitFor();
    await second.page.getByRole('button', { name: 'Approve revision 1' }).click();
    await second.page.getByText('Your approval is kept.').waitFor();

    await first.page.getByRole('button', { name: 'See what others did' }).click();
    await first.page.getByRole('row', { name: /Another approver/ }).waitFor();
    await second.page.getByRole('button', { name: 'Release to its readers' }).click();
    await second.page.getByText('This cannot be taken back.').waitFor();
    await second.look('about-to-release');
    await second.page.getByRole('button', { name: 'Yes, release it' }).click();
    await second.page.getByText('Revision 1 is released').waitFor();
    await second.look('released');

    // The first one has not looked since, and is told.
    await first.page.getByRole('button', { name: 'Take back my approval' }).click();
    await first.page.getByRole('alert').getByText('This revision is released already').waitFor();
    await first.page.getByText('What is released stays released').waitFor();
    expect(await first.page.getByRole('button', { name: 'Release to its readers' }).count()).toBe(0);
    await first.look('already-released');
    await first.page.getByRole('link', { name: 'All packs that wait' }).click();
    await first.page.getByRole('link', { name: 'August 2026 of Northshire' }).waitFor();
    expect(await first.page.getByRole('link', { name: 'October 2026 of Northshire' }).count()).toBe(0);
    await first.leave();
    await second.leave();
  });

  test('a reader reads the pack in the page, with the commentary, saves each file, and sees who was given a link', async () => {
    const { page, look, print, signIn, saved, leave } = await portal.someone('reader');
    await signIn(READER);
    await look('packs-by-month');
    await page.getByRole('link', { name: 'October 2026' }).click();
    await page.getByText('Sessions of October came late').waitFor();
    await look('pack');
    await print('pack');
    await page.getByRole('button', { name: 'Read it here' }).click();
    const frame = page.frameLocator('iframe.pack');
    await frame.getByRole('heading', { name: /Northshire Council/ }).waitFor();
    await look('pack-read-here');
    await page.getByRole('button', { name: 'Close the pack' }).click();

    const names = await page
      .getByRole('table', { name: 'Files of revision 1' })
      .getByRole('button')
      .allInnerTexts();
    expect(names).toHaveLength(9);
    for (const text of names) {
      const name = text.replace(/^Download\s+/, '');
      const file = await saved(() =>
        page.getByRole('button', { name: `Download ${name}`, exact: true }).click(),
      );
      expect(file.name).toBe(`northshire-2026-10-r1-${name}`);
      expect(file.bytes.length).toBeGreaterThan(0);
    }
    await page.getByRole('button', { name: 'Look again' }).click();
    const link = page
      .getByRole('table', { name: 'Links, the latest first' })
      .getByRole('row', { name: /pack\.pdf/ });
    await link.waitFor();
    expect(await link.innerText()).toContain('You');
    await look('who-was-given-a-link');
    await leave();
  });

  test('a newer revision is told of beside the older one, and begins its approval again', async () => {
    const { system } = portal;
    const records = [
      { type: 'placement', id: 'P-101', ...aSentPlacement('SU-101') },
      { type: 'session', id: 'S-101', ...aSentSession('SU-101') },
    ];
    expect((await system.provider('POST', '/v1/batches', { records })).body).toMatchObject({
      counts: { created: 2 },
    });
    expect(await system.runMonth({ month: '2026-10' })).toMatchObject({
      commissioners: [{ status: 'issued', revision: 2 }],
    });
    const approver = await portal.someone('newer-revision');
    await approver.signIn(FIRST);
    const waiting = approver.page.getByRole('row', { name: /October 2026/ });
    await waiting.waitFor();
    expect(await waiting.innerText()).toContain('0 of 2 approvals');
    await approver.goTo('Packs');
    await approver.page.getByRole('link', { name: 'October 2026' }).click();
    await approver.page.getByRole('link', { name: 'Revision 1' }).click();
    await approver.page.getByText('Revision 1 is superseded by revision 2').waitFor();
    await approver.look('superseded');
    await approver.leave();
  });
});
