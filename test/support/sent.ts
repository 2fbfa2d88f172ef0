/** Records as a provider sends them, stating only what matters to a test. */

export const aSentPlacement = (personRef: string, more: object = {}) => ({
  personRef,
  commissioner: 'northshire',
  service: 'day-programme',
  referredOn: '2026-01-02',
  startsOn: '2026-01-05',
  plannedEndOn: '2026-03-29',
  funding: 'spot',
  goal: 'abstinence',
  substances: ['alcohol'],
  sex: 'female',
  ...more,
});

export const aSentSession = (personRef: string, more: object = {}) => ({
  personRef,
  kind: 'group',
  startsAt: '2026-01-05T10:00:00Z',
  attendance: 'attended',
  workers: ['W-1'],
  ...more,
});

export const aSentTest = (personRef: string, more: object = {}) => ({
  personRef,
  collectedAt: '2026-01-06T09:00:00Z',
  matrix: 'urine',
  reason: 'random',
  status: 'provided',
  results: [{ substance: 'alcohol', result: 'negative' }],
  ...more,
});

/** A worker's reflection of October 2026. */
export const aSentReflection = {
  ...{ workerRef: 'W-1', reflectedOn: '2026-10-06' },
  ...{ culture: 3, stance: 3, clientWork: 3, boundaries: 3, mythology: 3, selfReflection: 3 },
};

/**
 * Twenty people who start on 5 January 2026 at the same time: twelve complete after 84 days, six leave on day 30, two
 * test positive on day 10. Of the twenty, 18 are left after day 28 and 12 after day 56.
 */
export const aCohort = (prefix = 'SU') =>
  Array.from({ length: 20 }, (_, i) => {
    const personRef = `${prefix}-${i + 1}`;
    const ended =
      i < 12
        ? { endedOn: '2026-03-30', endReason: 'completed', plannedEndOn: '2026-03-30' }
        : i < 18
          ? { endedOn: '2026-02-04', endReason: 'left' }
          : {};
    const positive = {
      collectedAt: '2026-01-15T09:00:00Z',
      results: [{ substance: 'alcohol', result: 'positive' }],
    };
    return [
      { type: 'placement', id: `P-${personRef}`, ...aSentPlacement(personRef, ended) },
      { type: 'session', id: `S-${personRef}`, ...aSentSession(personRef) },
      ...(i < 18 ? [] : [{ type: 'test', id: `T-${personRef}`, ...aSentTest(personRef, positive) }]),
    ];
  }).flat();
