import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { allowedActions } from '../infra/allowed-actions.ts';
import { resources, synthesized } from '../infra/synthesized.ts';
import { playFinance } from '../support/recording/acts/finance.ts';
import { playNextRevision, playPacks } from '../support/recording/acts/packs.ts';
import { playPeople } from '../support/recording/acts/people.ts';
import { playCutShort, playLateRecords, playRecords } from '../support/recording/acts/records.ts';
import { playUploads } from '../support/recording/acts/uploads.ts';
import { isImplicit } from '../support/recording/implicit-actions.ts';
import { neededActions } from '../support/recording/needed-action.ts';
import { aRecording } from '../support/recording/recorded-system.ts';

/**
 * What every function asks AWS for, recorded while the whole system works, beside what its role in the templates allows:
 * the role covers it, and allows nothing else. `needed-action.ts` says which action a call needs, `implicit-actions.ts`
 * what is done in a function's name without a call of its own.
 */

const { pipeline, api } = synthesized();
const functions = [pipeline, api].flatMap((template) =>
  resources<{ Role: { 'Fn::GetAtt': [string, string] } }>(template, 'AWS::Lambda::Function').map(
    ({ Metadata, Properties }) => ({
      folder: String(Metadata?.['janus:function']),
      allowed: allowedActions(template, Properties.Role['Fn::GetAtt'][0]).filter((each) => !isImplicit(each)),
    }),
  ),
);

const recording = aRecording();
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'janus-recorded-'));
  const system = await recording.start('2026-11-04T12:00:00Z', folder);
  await playRecords(system);
  await playPacks(system, recording);
  await playLateRecords(system);
  await playNextRevision(system);
  await playUploads(system, recording);
  await playFinance(system, recording);
  await playPeople(system, recording);
  await playCutShort(system, recording);
  await system.close();
  const eightYearsLater = await recording.start('2034-03-31T02:00:00Z', folder);
  await eightYearsLater.invoke('enforce-retention', {});
  await eightYearsLater.close();
  await rm(folder, { recursive: true });
}, 240_000);

const needed = (folder: string) =>
  [...new Set(recording.calls.filter((call) => call.folder === folder).flatMap(neededActions))].sort();

test('whatever was to be interrupted was', () => {
  expect(recording.isWaiting()).toBe(false);
});

describe.each(functions)('$folder', ({ folder, allowed }) => {
  test('is allowed every call that it made', () => {
    expect(needed(folder).filter((action) => !allowed.includes(action))).toEqual([]);
  });

  test('made every call that it is allowed', () => {
    expect(allowed.filter((action) => !needed(folder).includes(action))).toEqual([]);
  });
});
