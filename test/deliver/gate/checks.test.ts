import { beforeAll, describe, expect, test } from 'vitest';
import { gateOf } from '../../../shared/deliver/gate/gate-of.ts';
import type { DisclosureReport } from '../../../shared/deliver/gate/disclosure-report.ts';
import type { OutcomeDocument } from '../../../shared/outcomes/document.ts';
import { packFileNames } from '../../../shared/store/pack-files.ts';
import { aQuietDocument, packFilesOf, packKey, qualityOf } from '../../support/an-issued-pack.ts';
import { anObjectFolder } from '../../support/object-folder.ts';

type Stated = {
  readonly document?: Partial<OutcomeDocument>;
  readonly report?: DisclosureReport;
  readonly months?: readonly string[];
  /** The months of which the pack was issued and never released. */
  readonly unreleased?: readonly string[];
  /** The revisions of the same month before, and whether they were released. */
  readonly before?: Readonly<Record<number, boolean>>;
  /** The names of the files that the revision was issued with; absent in the first issues of all. */
  readonly names?: readonly string[];
  readonly key?: string;
  /** What somebody does to the files in the bucket, by their place in it. */
  readonly spoil?: (files: Map<string, Uint8Array>) => void;
};

/** What the gate finds of a revision in which there is nothing to find but what is stated. */
async function found({
  document,
  report,
  months = ['2026-10'],
  unreleased = [],
  before = {},
  names,
  key = packKey,
  spoil,
}: Stated = {}) {
  const { files, manifestSha256 } = packFilesOf(aQuietDocument(document), report);
  spoil?.(files);
  const issue = (month: string, revision: number, isReleased: boolean) => ({
    ...{ commissioner: 'northshire', month, revision, run: 'r', asAt: 'a', fingerprint: 'f', records: 1 },
    ...{ claimedAt: 'c', issuedAt: 'i', manifestSha256, ...(names && { files: names }) },
    ...(isReleased && {
      release: {
        ...{ commissioner: 'northshire', month, revision, manifestSha256, approvals: [], version: 1 },
        released: { id: 'i', at: 'a', sub: 's', clientId: 'c' },
      },
    }),
  });
  const issued = [
    ...months.slice(0, -1).map((month) => issue(month, 1, !unreleased.includes(month))),
    ...Object.entries(before).map(([revision, isReleased]) => issue('2026-10', Number(revision), isReleased)),
    issue('2026-10', document?.revision ?? 1, false),
  ];
  const parts = {
    bucket: anObjectFolder(files),
    publicKeys: { publicKey: () => Promise.resolve(key) },
    keyId: 'k',
  };
  const gate = await gateOf(parts, issued.at(-1)!, issued);
  const notPassed = gate.checks.filter(({ outcome }) => outcome !== 'passed');
  return { ...gate, notPassed: notPassed.map(({ check, outcome }) => [check, outcome]) };
}

const at = 'packs/northshire/2026-10/r1';

test('where there is nothing to find every check has passed, with a sentence', async () => {
  const { outcome, checks } = await found();
  expect(outcome).toBe('passed');
  expect(checks).toHaveLength(8);
  for (const { detail } of checks) expect(detail).toMatch(/^[A-Z].*\.$/);
});

describe('the disclosure audit', () => {
  const unit = (name: string, place = {}) => ({
    place: { measure: 'data-quality', part: 'headline' as const, name: '', category: '', ...place },
    unit: name,
  });

  test('fails where the report found a number that can be worked out', async () => {
    const report = {
      units: [],
      audited: [
        { width: 7, safe: true },
        { width: 2, safe: false },
      ],
    };
    expect((await found({ report })).notPassed).toEqual([['disclosure-audit', 'failed']]);
  });

  test('fails where a range is too narrow, whatever the report says of it', async () => {
    const report = { units: [], audited: [{ width: 4, safe: true }] };
    expect((await found({ report })).outcome).toBe('failed');
  });

  test('passes where it is accepted that a number is told, and says of how many', async () => {
    const audited = [
      { width: 7, safe: true },
      { width: 0, safe: false, accepted: true as const },
    ];
    const { outcome, checks } = await found({ report: { units: [], audited } });
    expect(outcome).toBe('passed');
    expect(checks.find(({ check }) => check === 'disclosure-audit')?.detail).toContain(
      '2 looked at; of 1 it is accepted',
    );
  });

  test('fails where something is told that is to be withheld', async () => {
    const report = { units: [unit('figure')], audited: [] };
    expect((await found({ report })).notPassed).toEqual([['disclosure-audit', 'failed']]);
  });

  test('passes where that is withheld', async () => {
    const report = { units: [unit('figure')], audited: [{ width: null, safe: true }] };
    const measures = {
      'data-quality': { revision: 1, kind: 'proportion' as const, state: 'suppressed' as const },
    };
    expect((await found({ report, document: { measures } })).outcome).toBe('passed');
  });

  test('fails without a report', async () => {
    const spoil = (files: Map<string, Uint8Array>) => files.delete('disclosure/northshire/2026-10/r1.json');
    expect((await found({ spoil })).notPassed).toEqual([['disclosure-audit', 'failed']]);
  });

  describe('of what moved since an issue before', () => {
    const withheld = { revision: 1, kind: 'proportion' as const, state: 'suppressed' as const };
    const { revision: _, ...told } = qualityOf(3, 40);
    const quality = { measure: 'data-quality', part: 'headline' as const, name: '', category: '' };
    const outcomeOf = async (
      figure: { issued: typeof told | null; stands: boolean; measure?: string },
      isReleased: boolean,
      units: DisclosureReport['units'] = [unit('figure')],
    ) => {
      const moved = {
        since: { revision: 1, asAt: '2026-11-05T06:00:00.000Z' },
        ...{ figures: [{ ...quality, ...figure }], records: {}, definitions: [] },
      };
      const document = { revision: 2, measures: { 'data-quality': withheld }, moved };
      return (await found({ document, before: { 1: isReleased }, report: { units, audited: [] } })).outcome;
    };

    test('fails where one that was never released told what is to be withheld now', async () => {
      expect(await outcomeOf({ issued: told, stands: true }, false)).toBe('failed');
      expect(await outcomeOf({ issued: told, stands: true }, true)).toBe('passed');
      expect(await outcomeOf({ issued: null, stands: true }, false)).toBe('passed');
      expect(await outcomeOf({ issued: told, stands: true }, false, [])).toBe('passed');
    });

    test('fails where one that was never released had a figure that is gone', async () => {
      const gone = { issued: told, stands: false, measure: 'delivery' };
      expect(await outcomeOf(gone, false, [])).toBe('failed');
      expect(await outcomeOf(gone, true, [])).toBe('passed');
    });

    test('takes a figure of another shape as told whole: its parts are others under the same names', async () => {
      const point = (day: number) => ({ day, state: 'suppressed' as const });
      const curve = (days: readonly number[], events: number | { state: 'suppressed' }) => ({
        ...{ kind: 'survival' as const, journeys: 40, events, parts: {}, points: days.map(point) },
        median: { state: 'suppressed' as const },
      });
      const definition = aQuietDocument().definitions['data-quality']!;
      const moved = (issued: ReturnType<typeof curve>) => ({
        since: { revision: 1, asAt: '2026-11-05T06:00:00.000Z' },
        figures: [{ ...quality, measure: 'curve', issued, stands: true }],
        ...{ records: {}, definitions: [] },
      });
      const documentOf = (issued: ReturnType<typeof curve>) => ({
        revision: 2,
        measures: {
          'data-quality': qualityOf(46, 50),
          curve: { revision: 1, ...curve([28, 84], { state: 'suppressed' }) },
        },
        definitions: { 'data-quality': definition, curve: definition },
        moved: moved(issued),
      });
      const report = { units: [unit('node:3', { measure: 'curve' })], audited: [] };
      const of = async (issued: ReturnType<typeof curve>) =>
        (await found({ document: documentOf(issued), before: { 1: false }, report })).outcome;
      expect(await of(curve([28, 84], { state: 'suppressed' }))).toBe('passed');
      expect(await of(curve([28, 84], 3))).toBe('failed');
      expect(await of(curve([28], 3))).toBe('failed');
    });
  });

  test('looks at parts of curves: a day, the number at risk, a part, the total of events, a cause on a day', async () => {
    const point = {
      day: 84,
      state: 'estimated' as const,
      value: 0.5,
      lower: 0,
      upper: 1,
      atRisk: 20,
      events: 20,
    };
    const curve = {
      ...{ revision: 1, kind: 'survival' as const, journeys: 40, events: 20, parts: { lapse: 12, left: 8 } },
      ...{ points: [point], median: { state: 'suppressed' as const } },
    };
    const causes = {
      ...{ revision: 1, kind: 'incidence' as const, lapses: 40, people: 30 },
      causes: { recovered: [{ day: 28, state: 'suppressed' as const }] },
      open: [{ day: 28, state: 'estimated' as const, value: 0.2 }],
    };
    const definitions = aQuietDocument().definitions;
    const document = {
      measures: { 'data-quality': qualityOf(46, 50), curve, causes },
      definitions: {
        ...definitions,
        curve: definitions['data-quality']!,
        causes: definitions['data-quality']!,
      },
    };
    const outcomeOf = async (measure: string, name: string) =>
      (await found({ document, report: { units: [unit(name, { measure })], audited: [] } })).outcome;
    for (const name of ['figure', 'node:1', 'node:2', 'at-risk:1', 'part:lapse'])
      expect([name, await outcomeOf('curve', name)]).toEqual([name, 'failed']);
    expect(await outcomeOf('curve', 'part:other')).toBe('passed');
    expect(await outcomeOf('causes', 'cell:0:0')).toBe('passed');
    expect(await outcomeOf('causes', 'cell:1:0')).toBe('failed');
    expect(await outcomeOf('causes', 'a unit of a name that nobody knows')).toBe('failed');
  });
});

test('a measure without its definition, or with one of another revision, fails', async () => {
  expect((await found({ document: { definitions: {} } })).notPassed).toEqual([['definitions', 'failed']]);
  const measures = { 'data-quality': { ...qualityOf(46, 50), revision: 2 } };
  expect((await found({ document: { measures } })).notPassed).toEqual([['definitions', 'failed']]);
});

test.each([
  [40, 'passed'],
  [39, 'warned'],
  [25, 'warned'],
  [24, 'failed'],
])('%i of 50 people with nothing to correct: %s', async (clean, outcome) => {
  const measures = { 'data-quality': qualityOf(clean, 50) };
  expect((await found({ document: { measures } })).outcome).toBe(outcome);
});

test.each([
  { state: 'suppressed' as const },
  { state: 'unavailable' as const, reason: 'no-eligible' as const },
])('a data quality that is $state passes', async (figure) => {
  const measures = { 'data-quality': { revision: 1, kind: 'proportion' as const, ...figure } };
  expect((await found({ document: { measures } })).outcome).toBe('passed');
});

test('numbers of records far from usual warn, by the name of their provider', async () => {
  const volumes = [{ provider: 'harbour-house', type: 'test' as const, found: 'none' as const }];
  const { notPassed, checks } = await found({ document: { volumes } });
  expect(notPassed).toEqual([['volumes', 'warned']]);
  expect(checks.find(({ check }) => check === 'volumes')?.detail).toContain('Harbour House: no test records');
});

test('a file that is missing or changed fails, and so does a signature that is missing', async () => {
  const without = (name: string) => ({
    spoil: (files: Map<string, Uint8Array>) => files.delete(`${at}/${name}`),
  });
  expect((await found(without('pack.pdf'))).notPassed).toEqual([['files', 'failed']]);
  expect((await found(without('manifest.sig'))).notPassed).toEqual([
    ['files', 'failed'],
    ['signature', 'failed'],
  ]);
  const spoil = (files: Map<string, Uint8Array>) => files.set(`${at}/pack.pdf`, Buffer.from('another'));
  expect((await found({ spoil })).notPassed).toEqual([['files', 'failed']]);
});

test('the files are those that the revision was issued with, whatever a later version makes', async () => {
  const names = packFileNames.filter((name) => name !== 'pack.html');
  const spoil = (files: Map<string, Uint8Array>) => files.delete(`${at}/pack.html`);
  const { outcome, checks } = await found({ names, spoil });
  expect(outcome).toBe('passed');
  expect(checks.find(({ check }) => check === 'files')?.detail).toContain('All 8 files');
  const more = await found({ names: [...packFileNames, 'letter.pdf'] });
  expect(more.checks.find(({ check }) => check === 'files')?.detail).toContain(
    'Missing from the pack: letter.pdf',
  );
});

test('a manifest that is not the one that was issued fails, whoever signed it', async () => {
  const other = packFilesOf(aQuietDocument({ asAt: '2026-11-05T07:00:00.000Z' })).files;
  const spoil = (files: Map<string, Uint8Array>) => other.forEach((bytes, key) => files.set(key, bytes));
  expect((await found({ spoil })).notPassed).toEqual([['files', 'failed']]);
});

describe('a signature', () => {
  let otherKey: string;
  beforeAll(async () => {
    const { generateKeyPairSync } = await import('node:crypto');
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    otherKey = publicKey.export({ format: 'pem', type: 'spki' }).toString();
  });
  test('beside which another key lies than the published one, or none that can be read, fails', async () => {
    for (const file of [otherKey, 'no key'])
      expect(
        (await found({ spoil: (files) => files.set(`${at}/signing-key.pem`, Buffer.from(file)) })).notPassed,
      ).toEqual([['signature', 'failed']]);
  });
  test('by another key than the published one fails', async () => {
    expect((await found({ key: otherKey })).notPassed).toEqual([['signature', 'failed']]);
  });
});

test('files of another month fail', async () => {
  const { files } = packFilesOf(aQuietDocument({ month: '2026-09' }));
  const spoil = (own: Map<string, Uint8Array>) =>
    files.forEach((bytes, key) => own.set(key.replace('2026-09', '2026-10'), bytes));
  const { notPassed } = await found({ spoil });
  expect(notPassed).toContainEqual(['right-issue', 'failed']);
});

test('a document that cannot be read fails and throws nothing', async () => {
  const spoil = (files: Map<string, Uint8Array>) => files.set(`${at}/outcomes.json`, Buffer.from('{'));
  expect((await found({ spoil })).outcome).toBe('failed');
});

test('a month that is missing between the first pack and this one warns, and names it', async () => {
  expect((await found({ months: ['2025-12', '2026-01', '2026-10'] })).notPassed).toEqual([
    ['earlier-months', 'warned'],
  ]);
  const { checks } = await found({ months: ['2026-08', '2026-10'] });
  expect(checks.at(-1)?.detail).toContain('No pack was issued of 2026-09, ');
  expect((await found({ months: ['2026-08', '2026-09', '2026-10'] })).outcome).toBe('passed');
});

test('a month that was issued and never released is not there for readers: it warns, and names it', async () => {
  const { notPassed, checks } = await found({
    months: ['2026-07', '2026-08', '2026-10'],
    unreleased: ['2026-08'],
  });
  expect(notPassed).toEqual([['earlier-months', 'warned']]);
  expect(checks.at(-1)?.detail).toContain('No pack was issued of 2026-09, ');
  expect(checks.at(-1)?.detail).toContain('Issued but not released: 2026-08; ');
  const first = await found({ months: ['2026-09', '2026-10'], unreleased: ['2026-09'] });
  expect(first.checks.at(-1)?.detail).toMatch(/^Issued but not released: 2026-09; /);
});
