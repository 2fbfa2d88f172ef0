import { describe, expect, test } from 'vitest';
import { dateOfDay, dayOf } from '../../shared/records/london.ts';
import { outcomeDocumentSchema } from '../../shared/outcomes/document.ts';
import type { PersonRecords } from '../../shared/outcomes/person-records.ts';
import { documentOf } from '../support/compute.ts';
import { aPerson, aPlacement, aSession } from '../support/records.ts';
import { csvRows, sharedData } from '../support/shared-data.ts';

// All start on one day 362 days before the as-at date, so that the first 168 days are the study's own.
const START = '2025-11-03';
const LAST = dayOf('2026-10-31');
const file = sharedData('addicts/addicts.csv');

/** A person of the study: a placement that is left on the day of the event or completed on that of the censoring. */
function person({ id = '', clinic = '', time = '', event = '' }: Record<string, string>): PersonRecords {
  const ends = dayOf(START) + Number(time);
  const end =
    ends > LAST
      ? {}
      : ({ endedOn: dateOfDay(ends), endReason: event === '1' ? 'left' : 'completed' } as const);
  const provider = `clinic-${clinic}`;
  const personRef = `A${id}`;
  return aPerson(
    aPlacement({ provider, personRef, startsOn: START, ...end }),
    aSession({ provider, personRef, on: START }),
  );
}

describe.skipIf(file === undefined)(
  'addicts, 238 people of two clinics, through the whole computation',
  () => {
    const document = file === undefined ? undefined : documentOf({ people: csvRows(file).map(person) });
    const measure = document?.measures['abstinence-retention'];
    const survival = measure?.kind === 'survival' ? measure : undefined;

    // R survival 3.5-3: S, log-log limits, n.risk − n.event − n.censor, cumulative events
    test.each([
      [84, 0.905770448863, 0.860407587318, 0.936928812784, 208, 22],
      [168, 0.816387458473, undefined, undefined, 179, 42],
    ])('retention at day %i is R’s', (day, value, lower, upper, atRisk, events) => {
      const point = survival?.points.find((candidate) => candidate.day === day);
      if (point?.state !== 'estimated') throw new Error('not estimated');
      expect(Math.abs(point.value - value)).toBeLessThan(1e-9);
      if (lower !== undefined) expect(Math.abs((point.lower ?? 0) - lower)).toBeLessThan(1e-9);
      if (upper !== undefined) expect(Math.abs((point.upper ?? 0) - upper)).toBeLessThan(1e-9);
      expect(point.atRisk).toBe(atRisk);
      expect(point.events).toBe(events);
    });

    test('the number at risk is withheld where three, and then two more, were censored', () => {
      const at = (day: number) => survival?.points.find((candidate) => candidate.day === day);
      expect(at(28)).toMatchObject({ state: 'estimated', events: 5, atRisk: { state: 'suppressed' } });
      expect(at(56)).toMatchObject({ state: 'estimated', events: 16, atRisk: { state: 'suppressed' } });
    });

    test.each([
      ['clinic-1', 84, 0.893617079607],
      ['clinic-1', 168, 0.795881729176],
      ['clinic-2', 84, 0.932034976153],
      ['clinic-2', 168, 0.860970725771],
    ])('split by provider, %s at day %i is R’s', (clinic, day, value) => {
      const split = measure?.splits?.['provider']?.[clinic];
      const point = split?.kind === 'survival' ? split.points.find((one) => one.day === day) : undefined;
      if (point?.state !== 'estimated') throw new Error('not estimated');
      expect(Math.abs(point.value - value)).toBeLessThan(1e-9);
    });

    test('the document keeps to its schema', () => {
      expect(outcomeDocumentSchema.parse(document)).toEqual(document);
    });
  },
);
