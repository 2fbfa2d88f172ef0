import { expect, test } from 'vitest';
import type { ComputedProportion, ComputedRate } from '../../../shared/outcomes/computed.ts';
import { NOTHING, WHOLE } from '../../../shared/outcomes/disclosure/hidden.ts';
import { lt5 } from '../../../shared/outcomes/disclosure/lt5.ts';

/** Six events of six people in 40 weeks of nine. */
const rate: ComputedRate = {
  ...{ kind: 'rate', unit: 'person-week', state: 'estimated', marks: [] },
  ...{ events: { count: 6, people: 6 }, exposure: { amount: 40, people: 9 } },
};

test('a rate goes with its events and with those exposed, whichever are few', () => {
  expect(lt5.rate.hide(rate)).toEqual(NOTHING);
  expect(lt5.rate.hide({ ...rate, events: { count: 6, people: 4 } })).toEqual(WHOLE);
  expect(lt5.rate.hide({ ...rate, exposure: { amount: 40, people: 4 } })).toEqual(WHOLE);
});

test('a rate that is withheld says nothing but that; one that is shown is six in forty', () => {
  expect(lt5.rate.write(rate, WHOLE)).toEqual({ kind: 'rate', state: 'suppressed' });
  expect(lt5.rate.write(rate, NOTHING)).toMatchObject({
    ...{ kind: 'rate', state: 'estimated', value: 0.15, events: 6, exposure: 40 },
  });
});

/** Six of fourteen. */
const proportion: ComputedProportion = {
  ...{ kind: 'proportion', interval: 'wilson', marks: [], complement: 8 },
  ...{ numerator: { count: 6, people: 6 }, denominator: { count: 14, people: 14 } },
};

test('a proportion goes with its numerator, its complement and its denominator, whichever are few', () => {
  expect(lt5.proportion.hide(proportion)).toEqual(NOTHING);
  expect(lt5.proportion.hide({ ...proportion, numerator: { count: 6, people: 4 } })).toEqual(WHOLE);
  expect(lt5.proportion.hide({ ...proportion, complement: 4 })).toEqual(WHOLE);
  expect(lt5.proportion.hide({ ...proportion, denominator: { count: 14, people: 4 } })).toEqual(WHOLE);
});

test('a proportion that is withheld, or was not recorded, says nothing but that', () => {
  expect(lt5.proportion.write(proportion, WHOLE)).toEqual({ kind: 'proportion', state: 'suppressed' });
  expect(lt5.proportion.write({ ...proportion, notRecorded: true }, NOTHING)).toEqual({
    ...{ kind: 'proportion', state: 'unavailable', reason: 'not-recorded' },
  });
});
