import { describe, expect, test } from 'vitest';
import type {
  ComputedCohort,
  ComputedHeadline,
  ComputedMeasure,
} from '../../../../shared/outcomes/computed.ts';
import { mapValues } from '../../../../shared/outcomes/map-values.ts';
import { aMeasure, count, curve, mean, median, rate, share } from './figures.ts';
import { known, withheld } from './reader.ts';

/** What figures of several measures say of the same people. */

type Matured = Pick<ComputedCohort, 'matured' | 'providers'>;

const cohortOf = (cohort: Matured): ComputedCohort => ({ every: 'month', earlier: {}, ...cohort });

describe('journeys that started 84 days ago or more', () => {
  const goals = { abstinence: share(0, 3), reduction: share(20, 30) };
  const providers = { north: share(0, 3), south: share(20, 30) };
  const effective = aMeasure(share(20, 33), { splits: { goal: goals, provider: providers } });
  const all = 'effective-treatment|headline||';
  const compared = (north: number, south: number): Matured => ({
    matured: share(0, north + south),
    providers: { north: share(0, north), south: share(0, south) },
  });
  const cohort = (id: string, where: string) => `${id}|cohort|${where}`;

  test('for abstinence are those of one category of goal', () => {
    const measures = {
      'effective-treatment': effective,
      'abstinence-retention': aMeasure(curve([3]), { cohort: cohortOf(compared(1, 2)) }),
    };
    const hidden = [all, ...Object.keys(goals).map((goal) => `effective-treatment|split|goal|${goal}`)];
    const few = 'effective-treatment|split|goal|abstinence|denominator';
    const north = Object.keys(providers).map((one) => `effective-treatment|split|provider|${one}`);
    expect(known(measures, ...hidden, ...north)).toMatchObject({ [few]: '3' });
    expect(
      known(
        measures,
        ...hidden,
        ...north,
        cohort('abstinence-retention', 'matured|'),
        cohort('abstinence-retention', 'provider|north'),
      ),
    ).toMatchObject({ [few]: '2–Infinity' });
  });

  test('are those of both kinds of goal that are compared, in whole and at each provider', () => {
    const measures = {
      'effective-treatment': effective,
      'abstinence-retention': aMeasure(curve([3]), { cohort: cohortOf(compared(1, 12)) }),
      retention: aMeasure(curve([3]), { cohort: cohortOf(compared(2, 18)) }),
    };
    const hidden = [
      ...[all, 'effective-treatment|split|goal|abstinence', 'effective-treatment|split|goal|reduction'],
      ...['north', 'south'].map((one) => `effective-treatment|split|provider|${one}`),
    ];
    const few = 'effective-treatment|split|provider|north|denominator';
    // At north one of the one and two of the other.
    expect(known(measures, ...hidden)).toMatchObject({ [few]: '3' });
    const north = ['abstinence-retention', 'retention'].map((id) => cohort(id, 'provider|north'));
    const south = ['abstinence-retention', 'retention'].map((id) => cohort(id, 'provider|south'));
    // 13 + 20 in whole, of whom 30 are at south.
    expect(known(measures, ...hidden, ...north)).toMatchObject({ [few]: '3' });
    expect(known(measures, ...hidden, ...north, ...south)).toMatchObject({ [few]: '0–33' });
  });

  test('of one kind of goal alone say nothing of all', () => {
    const measures = {
      'effective-treatment': aMeasure(share(0, 3)),
      retention: aMeasure(curve([3]), { cohort: cohortOf(compared(1, 2)) }),
    };
    expect(known(measures, all)).toMatchObject({
      'effective-treatment|headline|||denominator': '0–Infinity',
    });
  });
});

test('volunteers who are compared are those of the headline, at each provider those of its category', () => {
  const provider = { north: share(3, 10), south: share(9, 20) };
  const measures = {
    'volunteer-progression': aMeasure(share(12, 30), {
      splits: { provider },
      cohort: cohortOf({ matured: share(12, 30), providers: provider }),
    }),
  };
  const split = ['north', 'south'].map((one) => `volunteer-progression|split|provider|${one}`);
  const few = 'volunteer-progression|split|provider|north|numerator';
  expect(known(measures, ...split)).toMatchObject({ [few]: '3' });
  const funnel = ['north', 'south'].map((one) => `volunteer-progression|cohort|provider|${one}`);
  expect(known(measures, ...split, ...funnel)).toMatchObject({ [few]: '0–12' });
});

describe('each kind of intervention', () => {
  const beside = { closure: share(17, 20), recovery: share(0, 3) };
  const splits = { intervention: { closure: share(17, 20), recovery: share(0, 3), crisis: share(9, 20) } };
  const outcome = aMeasure(share(26, 43), { beside, splits });
  const split = Object.keys(splits.intervention).map(
    (one) => `intervention-outcome|split|intervention|${one}`,
  );

  test('has beside the headline what its category has', () => {
    const measures = { 'intervention-outcome': outcome };
    const few = 'intervention-outcome|split|intervention|closure|complement';
    expect(known(measures, ...split)).toMatchObject({ [few]: '3' });
    // 17 have no success, and 3 of them are of recovery, as is told beside.
    expect(known(measures, ...split, 'intervention-outcome|beside|closure|')).toMatchObject({
      [few]: '0–14',
    });
  });

  test('is of as many as ended of it', () => {
    const measures = {
      'intervention-outcome': aMeasure(share(26, 43), { beside }),
      'programme-completion': aMeasure(share(9, 30), { splits: { intervention: { recovery: share(0, 3) } } }),
    };
    const few = 'intervention-outcome|beside|recovery||denominator';
    const [own, ended] = [
      'intervention-outcome|beside|recovery|',
      'programme-completion|split|intervention|recovery',
    ];
    expect(known(measures, own)).toMatchObject({ [few]: '3' });
    expect(known(measures, own, ended)).toMatchObject({ [few]: '0–30' });
  });
});

test('the days of lapses are those in which tests are counted, too', () => {
  const measures = {
    'lapse-intensity': aMeasure(rate(9, 4, 3), { beside: { 'tests-in-lapse': rate(7, 4, 3) } }),
  };
  const headline = 'lapse-intensity|headline||';
  // Four weeks.
  expect(known(measures, headline)).toMatchObject({ [`${headline}|exposure`]: '28' });
  expect(known(measures, headline, 'lapse-intensity|beside|tests-in-lapse|')).toMatchObject({
    [`${headline}|exposure`]: '0–Infinity',
  });
});

test('a mean of what reviewed journeys said is of some of them', () => {
  const measures = { wellbeing: aMeasure(mean(3)), 'positive-change': aMeasure(share(0, 3)) };
  const few = 'positive-change|headline|||denominator';
  // All of the 3 are the 3 of whom there is a mean.
  expect(known(measures, 'positive-change|headline||')).toMatchObject({ [few]: '3' });
  expect(known(measures, 'positive-change|headline||', 'wellbeing|headline||')).toMatchObject({
    [few]: '0–Infinity',
  });
});

describe('two counts that come to the same', () => {
  const of = (attended: Record<string, number>, delivered: Record<string, number>) => {
    const sum = (sizes: Record<string, number>) => Object.values(sizes).reduce((all, size) => all + size, 0);
    return {
      attendance: aMeasure(share(sum(attended), 60), {
        splits: { sex: mapValues(attended, (size) => share(size, 30)) },
      }),
      delivery: aMeasure(count(sum(delivered)), {
        splits: { sex: mapValues(delivered, (size) => count(size)) },
      }),
    };
  };
  const hidden = ['attendance|split|sex|female', 'attendance|split|sex|male'];
  const few = 'attendance|split|sex|female|numerator';

  test('are left alone in a category in which they do not', () => {
    // Of all 23 each; of women 3 and 4, of men 20 and 19.
    const measures = of({ female: 3, male: 20 }, { female: 4, male: 19 });
    expect(known(measures, ...hidden)).toMatchObject({ [few]: '0–23' });
  });

  test('are left alone where in whole they do not, though one is more', () => {
    const less = of({ female: 3, male: 20 }, { female: 4, male: 24 });
    expect(known(less, ...hidden, 'attendance|headline||')).toMatchObject({ [few]: '0–Infinity' });
    const more = of({ female: 4, male: 24 }, { female: 3, male: 20 });
    const delivered = ['headline||', 'split|sex|female', 'split|sex|male'].map((at) => `delivery|${at}`);
    expect(known(more, ...delivered)).toMatchObject({ 'delivery|split|sex|female|count': '0–Infinity' });
  });
});

describe('a median', () => {
  const place = 'lapse-recovery|beside|days-to-return|';
  const recovered = 'lapse-recovery|beside|closed-recovered|';
  const lapses = (beside: Record<string, ReturnType<typeof count> | ReturnType<typeof median>>) => ({
    'lapse-recovery': aMeasure(count(40), { beside }),
  });

  test('of nobody is said to be of nobody whatever is withheld', () => {
    const none = lapses({ 'closed-recovered': count(0), 'days-to-return': median(0) });
    expect(() => known(none, place)).toThrow('There is no');
  });

  test('that cannot be given does not say that there is nobody', () => {
    const without = lapses({ 'closed-recovered': count(3), 'days-to-return': median(0) });
    expect(known(without, recovered)).toEqual({ [`${recovered}|count`]: '0–Infinity' });
  });

  test('says nothing without the number that it is of', () => {
    expect(() => known(lapses({ 'days-to-return': median(6) }), place)).toThrow('There is no');
  });
});

describe('waiting times', () => {
  const started = { 'abstinence-retention': aMeasure(curve([9])), 'waiting-time': aMeasure(share(3, 3)) };

  test('say nothing of starts that are not all told', () => {
    expect(known(started, 'waiting-time|headline||')).toMatchObject({
      'waiting-time|headline|||denominator': '0–Infinity',
    });
  });

  // 3 women, 60 men and 20 others: with the women the others would do.
  const sizes = { female: 3, male: 60, other: 20 };
  const wait = (size: number) => share(size, size);
  const [women, men, others] = ['female', 'male', 'other'].map((one) => `waiting-time|split|sex|${one}`);
  const pack = (
    waits: Record<string, Record<string, ComputedHeadline>>,
    more: Record<string, ComputedMeasure> = {},
  ) => ({
    'abstinence-retention': aMeasure(curve([83])),
    retention: aMeasure(curve()),
    'waiting-time': aMeasure(wait(83), { splits: waits }),
    ...more,
  });
  const waiting = (measures: ReturnType<typeof pack>) =>
    Object.keys(withheld(measures)).filter((at) => at.startsWith('waiting-time'));

  test('give up a dimension of few people of their own', () => {
    expect(waiting(pack({ sex: mapValues(sizes, wait) }))).toEqual([women, men, others]);
  });

  test('give up no dimension for few people of another measure, or of a provider in a funnel', () => {
    const waits = {
      goal: { abstinence: wait(43), reduction: wait(40) },
      provider: { north: wait(43), south: wait(40) },
    };
    const caseload = aMeasure(count(83), {
      splits: { goal: { abstinence: count(3), reduction: count(80) } },
    });
    const providers = { north: share(0, 3), south: share(0, 40) };
    const compared = aMeasure(curve([83]), { cohort: cohortOf({ matured: share(0, 43), providers }) });
    expect(waiting(pack(waits, { caseload, 'abstinence-retention': compared }))).toEqual([]);
  });
});
