import { expect, test } from 'vitest';
import { funnelOf } from '../../../shared/outcomes/change/funnel-of.ts';
import { aHiddenShare, aShare } from '../../support/a-share.ts';

const unavailable = { kind: 'proportion', state: 'unavailable', reason: 'no-eligible' } as const;

test('providers stand around the share of all, against the limits that chance would leave at their size', () => {
  // All: 100 of 200. Of a hundred the deviation is √(0.25/100) = 0.05, so the limits are 0.5 ∓ 0.0980 and ∓ 0.1545;
  // of twenty-five it is 0.1, and they are 0.5 ∓ 0.1960 and ∓ 0.3090.
  const providers = {
    even: aShare(59, 100),
    high: aShare(60, 100),
    highest: aShare(66, 100),
    low: aShare(40, 100),
    lowest: aShare(34, 100),
    'a-small-one': aShare(17, 25),
  };
  expect(funnelOf(aShare(100, 200), providers)).toEqual({
    centre: 0.5,
    providers: [
      { provider: 'even', numerator: 59, denominator: 100, value: 0.59, position: 'within' },
      { provider: 'high', numerator: 60, denominator: 100, value: 0.6, position: 'high-95' },
      { provider: 'highest', numerator: 66, denominator: 100, value: 0.66, position: 'high-998' },
      { provider: 'low', numerator: 40, denominator: 100, value: 0.4, position: 'low-95' },
      { provider: 'lowest', numerator: 34, denominator: 100, value: 0.34, position: 'low-998' },
      { provider: 'a-small-one', numerator: 17, denominator: 25, value: 0.68, position: 'within' },
    ],
  });
});

test('a provider whose share is withheld, or who has none, is not in it', () => {
  const providers = { one: aShare(6, 10), two: aHiddenShare, three: unavailable, four: aShare(7, 10) };
  const funnel = funnelOf(aShare(13, 20), providers);
  expect(funnel?.providers.map(({ provider }) => provider)).toEqual(['one', 'four']);
});

test('fewer than two providers who are shown make no funnel', () => {
  expect(funnelOf(aShare(13, 20), { one: aShare(6, 10), two: aShare(7, 10) })).toBeDefined();
  expect(funnelOf(aShare(13, 20), { one: aShare(6, 10), two: aHiddenShare })).toBeUndefined();
  expect(funnelOf(aShare(13, 20), { one: aShare(13, 20) })).toBeUndefined();
  expect(funnelOf(aShare(13, 20), {})).toBeUndefined();
});

test('there is none where the share of all is withheld or nobody’s', () => {
  const providers = { one: aShare(6, 10), two: aShare(7, 10) };
  expect(funnelOf(aHiddenShare, providers)).toBeUndefined();
  expect(funnelOf(unavailable, providers)).toBeUndefined();
});
