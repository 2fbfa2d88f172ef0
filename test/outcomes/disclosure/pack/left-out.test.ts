import { describe, expect, test } from 'vitest';
import type { ComputedMeasure } from '../../../../shared/outcomes/computed.ts';
import { lt5 } from '../../../../shared/outcomes/disclosure/lt5.ts';
import { withhold } from '../../../../shared/outcomes/disclosure/pack/withhold.ts';
import { aMeasure, count, curve, share } from './figures.ts';
import { known, withheld } from './reader.ts';

/** Who was left out of a share is told with it unless they are few, and is so many more of what the share is of. */

const leaving = (reason: string, size: number) => ({ excluded: { [reason]: { count: size, people: size } } });

describe('lapses that were recovered', () => {
  const at = (name: string) => `lapse-recovery|beside|${name}|`;
  const few = `${at('closed-relapsed')}|count`;
  // 14 lapses, of which 12 recovered and 2 relapsed. Of the 12 some returned less than 28 days ago.
  const lapses = (justNow: number) => ({
    'lapse-recovery': aMeasure(count(14), {
      beside: {
        'closed-recovered': count(12),
        'closed-relapsed': count(2),
        'sustained-recovery': share(6, 12 - justNow, leaving('returned-within-28-days', justNow)),
      },
      sums: { headline: ['closed-recovered', 'closed-relapsed'] },
      within: { 'closed-recovered': 'sustained-recovery' },
    }),
  });
  const hidden = [at('closed-recovered'), at('closed-relapsed')];

  test('are told by the share that was sustained and who is left out of it', () => {
    // 14 − (6 + 6), and the same where nobody is left out.
    expect(known(lapses(6), ...hidden)).toMatchObject({ [few]: '2' });
    expect(known(lapses(0), ...hidden)).toMatchObject({ [few]: '2' });
    expect(known(lapses(6), ...hidden, at('sustained-recovery'))).toMatchObject({ [few]: '0–14' });
  });

  test('are not told by it where those who are left out are few, and not told', () => {
    // 9 recovered at least.
    expect(known(lapses(3), ...hidden)).toMatchObject({ [few]: '0–5' });
  });

  test('are withheld with it, where they would tell how few relapsed', () => {
    // By the 6 that were sustained alone up to 8 may have relapsed.
    expect(withheld(lapses(6))).toEqual({
      [at('closed-relapsed')]: 'small',
      [at('closed-recovered')]: 'tells-others',
      [at('sustained-recovery')]: 'tells-others',
    });
  });
});

describe('who started', () => {
  const headline = 'abstinence-retention|headline||';
  const started = (id: string, reason: string, left: number): Record<string, ComputedMeasure> => ({
    'abstinence-retention': aMeasure(curve([3])),
    retention: aMeasure(curve([40])),
    [id]: aMeasure(share(20, 43 - left, leaving(reason, left))),
  });
  const cases: [string, string][] = [
    ['waiting-time', 'referred-after-start'],
    ['review-completeness', 'started-within-14-days'],
  ];

  test('towards abstinence are told by all, of whom some are left out, and who started towards something else', () => {
    for (const [id, reason] of cases) {
      // 35 + 8 − 40.
      expect(known(started(id, reason, 8), `${headline} *`)).toMatchObject({ [`${headline}|journeys`]: '3' });
      expect(known(started(id, reason, 8), `${headline} *`, `${id}|headline||`)).toMatchObject({
        [`${headline}|journeys`]: '0–Infinity',
      });
      // Left out for another reason they would be no starts.
      expect(known(started(id, 'something-else', 8), `${headline} *`)).toMatchObject({
        [`${headline}|journeys`]: '0–Infinity',
      });
    }
  });

  test('withhold what would tell them', () => {
    for (const [id, reason] of cases)
      expect(withheld(started(id, reason, 8))).toMatchObject({ [`${id}|headline||`]: 'tells-others' });
  });
});

describe('how few are left out', () => {
  test('is hidden with a number beside, where that would tell it', () => {
    // Of 23 people on the telephone 20 are in treatment.
    const measures = {
      'telephone-support': aMeasure(share(20, 40, leaving('not-in-treatment', 3))),
      delivery: aMeasure(count(99), { beside: { 'people-telephone': count(23) } }),
    };
    const few = 'telephone-support|headline|||left out for not-in-treatment';
    expect(known(measures)).toEqual({ [few]: '3' });
    expect(withheld(measures)).toEqual({ 'delivery|beside|people-telephone|': 'tells-others' });
  });

  test('is told where only a headline could hide it', () => {
    // Of 40 who completed 36 did so more than 28 days ago.
    const measures = {
      'programme-completion': aMeasure(share(40, 70)),
      'aftercare-uptake': aMeasure(share(20, 36, leaving('completed-within-28-days', 4))),
    };
    const few = 'aftercare-uptake|headline|||left out for completed-within-28-days';
    expect(known(measures)).toEqual({ [few]: '4' });
    expect(withhold({ measures }, lt5, []).withheld).toEqual({
      units: [],
      audited: [{ what: few, width: 0, safe: false, accepted: true }],
    });
  });
});

test('each sum with those who are left out is known', () => {
  const beside = (figures: ComputedMeasure['beside']) => aMeasure(count(99), { beside: figures });
  const packs: [string, Record<string, ComputedMeasure>][] = [
    [
      'programme-completion|headline|||numerator',
      {
        'programme-completion': aMeasure(share(3, 40)),
        'aftercare-uptake': aMeasure(share(0, 3, leaving('completed-within-28-days', 0))),
      },
    ],
    [
      'positive-change|headline|||denominator',
      {
        'positive-change': aMeasure(share(3, 3)),
        wellbeing: beside({
          'housing-problem-solved': share(0, 1, leaving('not-given', 0)),
          'housing-problem-new': share(0, 2, leaving('not-given', 0)),
        }),
      },
    ],
    [
      'testing-compliance|headline|||numerator',
      {
        'testing-compliance': aMeasure(share(3, 40), {
          beside: { positivity: share(0, 3, leaving('hair', 0)) },
        }),
      },
    ],
    ...[
      ['telephone-support', 'people-telephone'],
      ['counselling-access', 'people-counselling'],
    ].map(([id = '', people = '']): [string, Record<string, ComputedMeasure>] => [
      `delivery|beside|${people}||count`,
      {
        [id]: aMeasure(share(3, 40, leaving('not-in-treatment', 0))),
        delivery: beside({ [people]: count(3) }),
      },
    ]),
  ];
  for (const [secret, measures] of packs)
    expect(known(measures, secret.slice(0, secret.lastIndexOf('|')))).toMatchObject({ [secret]: '3' });
});
