import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { columnsOf } from '../../../shared/intake/rows/columns.ts';
import type { RecordTypeName } from '../../../shared/records/registry.ts';
import { aSystem, type System, tokenFor } from '../../support/system.ts';
import { upload } from '../../support/uploads.ts';

/** The template, filled in by LibreOffice as an office manager types, and what arrives of it. */

const python = '/usr/bin/python3';
const hasOffice = spawnSync(python, ['-c', 'import uno']).status === 0;

/** Rows as they are typed, by column, and the record that each is to be. */
const typed: Record<string, { type: RecordTypeName; rows: [Record<string, string>, object][] }> = {
  placements: {
    type: 'placement',
    rows: [
      [
        {
          ...{ id: '0001', personRef: '007', commissioner: 'northshire', service: 'day-programme' },
          ...{ referredOn: '2/1/2026', startsOn: '05/01/2026', plannedEndOn: '29 Mar 2026', funding: 'spot' },
          ...{ goal: 'abstinence', substances: 'alcohol; cannabis', sex: 'female', ageBand: '18-24' },
          ...{ 'suspensions.1.from': '2/2/2026', 'suspensions.1.to': '8/2/2026' },
        },
        {
          ...{ id: '0001', personRef: '007', commissioner: 'northshire', service: 'day-programme' },
          ...{
            referredOn: '2026-01-02',
            startsOn: '2026-01-05',
            plannedEndOn: '2026-03-29',
            funding: 'spot',
          },
          ...{ goal: 'abstinence', substances: ['alcohol', 'cannabis'], sex: 'female', ageBand: '18-24' },
          suspensions: [{ from: '2026-02-02', to: '2026-02-08' }],
        },
      ],
    ],
  },
  sessions: {
    type: 'session',
    rows: [
      [
        {
          ...{
            id: '0002',
            personRef: '007',
            groupRef: '1-2',
            kind: 'joint-group',
            startsAt: '1/7/2026 16:00',
          },
          ...{ attendance: 'attended', workers: 'W1;W2', topics: 'cravings; drug-dna', childrenPresent: '2' },
          ...{ 'family.1.ref': '01', 'family.1.relationship': 'parent' },
        },
        {
          ...{ id: '0002', personRef: '007', groupRef: '1-2', kind: 'joint-group' },
          ...{ startsAt: '2026-07-01T16:00:00+01:00', attendance: 'attended', workers: ['W1', 'W2'] },
          ...{
            topics: ['cravings', 'drug-dna'],
            childrenPresent: 2,
            family: [{ ref: '01', relationship: 'parent' }],
          },
        },
      ],
    ],
  },
  tests: {
    type: 'test',
    rows: [
      [
        {
          ...{ id: '10', personRef: '007', collectedAt: '6/1/2026 9:30', matrix: 'urine', reason: 'random' },
          ...{ status: 'provided', 'results.alcohol': 'negative', 'results.opiates': 'positive explained' },
        },
        {
          ...{ id: '10', personRef: '007', collectedAt: '2026-01-06T09:30:00+00:00', matrix: 'urine' },
          ...{ reason: 'random', status: 'provided' },
          results: [
            { substance: 'alcohol', result: 'negative' },
            { substance: 'opiates', result: 'positive', explained: true },
          ],
        },
      ],
    ],
  },
  lapses: {
    type: 'lapse',
    rows: [
      [
        {
          ...{ id: '10', personRef: '007', openedOn: '20/1/2026', source: 'worker', substance: 'alcohol' },
          ...{ outcome: 'recovered', returnedOn: '28/1/2026' },
        },
        {
          ...{ id: '10', personRef: '007', openedOn: '2026-01-20', source: 'worker', substance: 'alcohol' },
          ...{ outcome: 'recovered', returnedOn: '2026-01-28' },
        },
      ],
    ],
  },
  milestones: {
    type: 'milestone',
    rows: [
      [
        { id: '10', personRef: '007', step: 'training-started', reachedOn: '1/3/2026', evidence: 'verified' },
        {
          id: '10',
          personRef: '007',
          step: 'training-started',
          reachedOn: '2026-03-01',
          evidence: 'verified',
        },
      ],
    ],
  },
  reviews: {
    type: 'review',
    rows: [
      [
        {
          ...{ id: '10', personRef: '007', stage: 'start', reviewedOn: '5/1/2026', 'daysUsed.alcohol': '12' },
          ...{ unitsPerUsingDay: '7.5', sharing: 'no', housingProblem: 'yes', qualityOfLife: '11' },
        },
        {
          ...{
            id: '10',
            personRef: '007',
            stage: 'start',
            reviewedOn: '2026-01-05',
            daysUsed: { alcohol: 12 },
          },
          ...{ unitsPerUsingDay: 7.5, sharing: false, housingProblem: true, qualityOfLife: 11 },
        },
      ],
    ],
  },
  reflections: {
    type: 'reflection',
    rows: [
      [
        {
          ...{
            id: '10',
            workerRef: '01',
            reflectedOn: '5/1/2026',
            culture: '1',
            stance: '2',
            clientWork: '3',
          },
          ...{ boundaries: '4', mythology: '5', selfReflection: '1' },
        },
        {
          ...{ id: '10', workerRef: '01', reflectedOn: '2026-01-05', culture: 1, stance: 2, clientWork: 3 },
          ...{ boundaries: 4, mythology: 5, selfReflection: 1 },
        },
      ],
    ],
  },
};

/** The columns of a template: of further things in a list it has three. */
const columnsIn = (type: RecordTypeName) =>
  columnsOf(type)
    .filter(({ place }) => place.in !== 'group' || place.number <= 3)
    .map(({ name }) => name);

describe.skipIf(!hasOffice)(
  'the template, filled in by LibreOffice (skipped where it is not installed)',
  () => {
    let system: System;
    let folder: string;
    beforeAll(async () => {
      system = await aSystem();
      folder = mkdtempSync(join(tmpdir(), 'filled-in-'));
      const template = await fetchTemplate('all.xlsx');
      writeFileSync(join(folder, 'all.xlsx'), template);
      const cells = Object.entries(typed).map(([sheet, { type, rows }]) => [
        sheet,
        rows.map(([row]) => columnsIn(type).map((name) => row[name] ?? '')),
      ]);
      writeFileSync(join(folder, 'typed.json'), JSON.stringify(Object.fromEntries(cells)));
      await promisify(execFile)(
        python,
        ['test/support/fill-in.py', join(folder, 'all.xlsx'), join(folder, 'typed.json'), folder],
        { timeout: 100_000 },
      );
    });
    afterAll(async () => {
      await system.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    async function fetchTemplate(name: string): Promise<Buffer> {
      const client = system.clients.find(({ scopes }) => scopes.includes('records/write'))!;
      const token = await tokenFor(system.tokenUrl, client);
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${system.baseUrl}/v1/templates/${name}`, { headers });
      expect(answer.headers.get('content-type')).toContain('spreadsheetml');
      return Buffer.from(await answer.arrayBuffer());
    }

    async function expectArrived() {
      for (const [collection, { type, rows }] of Object.entries(typed))
        for (const [, record] of rows) {
          const { id } = record as { id: string };
          const { body } = await system.provider('GET', `/v1/${collection}/${id}`);
          const { version, recordedAt, ...held } = body;
          expect([version, typeof recordedAt]).toEqual([1, 'string']);
          expect(held).toEqual({ type, ...record });
        }
    }

    test('arrives complete as a workbook', async () => {
      const done = await upload(
        system.provider,
        { format: 'xlsx' },
        readFileSync(join(folder, 'filled.xlsx')),
      );
      expect(done).toMatchObject({ state: 'done', rows: 7, counts: { created: 7, rejected: 0 } });
      await expectArrived();
    });

    test('arrives complete as CSVs with semicolons in Windows-1252', async () => {
      for (const [collection, { type }] of Object.entries(typed)) {
        const bytes = readFileSync(join(folder, `${collection}.csv`));
        const done = await upload(system.provider, { format: 'csv', type }, bytes);
        expect(done).toMatchObject({ state: 'done', counts: { unchanged: 1, rejected: 0 } });
      }
    });

    test('with a letter that Windows-1252 has otherwise, a CSV is refused whole with how to save it', async () => {
      const bytes = Buffer.concat([
        readFileSync(join(folder, 'lapses.csv')),
        Buffer.from('\n11;SU-\xe9', 'latin1'),
      ]);
      const refused = await upload(system.provider, { format: 'csv', type: 'lapse' }, bytes);
      expect(refused).toMatchObject({ state: 'refused', problem: { code: 'not-utf8' }, rowsRead: 0 });
    });
  },
);
