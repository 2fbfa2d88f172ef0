import { describe, expect, test } from 'vitest';
import { NOTHING, WHOLE } from '../../../shared/outcomes/disclosure/hidden.ts';
import { lt5 } from '../../../shared/outcomes/disclosure/lt5.ts';
import { survivalFigure } from '../../../shared/outcomes/figures/survival-figure.ts';

/** What a survival figure withholds by itself, before the pack around it is looked at. */

const suppressed = { state: 'suppressed' };

type Group = readonly [size: number, time: number, end?: 'left' | 'died' | 'completed'];

/** So many people of each group who were followed for so long; `completed` is no event. Of days 28, 56, 84 and 168. */
const figureOf = (...groups: readonly Group[]) =>
  survivalFigure(
    groups.flatMap(([size, time, end], group) =>
      Array.from({ length: size }, (_, at) => ({ who: `P${group}-${at}`, time, end, provisional: false })),
    ),
    { days: [28, 56, 84, 168], headlineDay: 84, parts: ['left', 'died'] },
  );
const hide = (...groups: readonly Group[]) => lt5.survival.hide(figureOf(...groups));

describe('what is small in it', () => {
  test('four people are withheld whole, five who all stay are not, nor is nobody', () => {
    expect(hide([4, 400])).toEqual(WHOLE);
    expect(hide([5, 400])).toEqual(NOTHING);
    expect(hide()).toEqual(NOTHING);
  });

  test('a day by which three left goes with its number at risk, and so does a total of three', () => {
    expect(hide([3, 20, 'left'], [10, 40, 'left'], [10, 70, 'left'], [30, 400])).toEqual(
      new Set(['node:1', 'at-risk:1']),
    );
    expect(hide([3, 200, 'left'], [30, 400])).toEqual(new Set(['node:5', 'part:left', 'part:died']));
  });

  test('a day that nobody was followed to is no secret', () => {
    // Twenty were followed for 60 days and no longer: of days 84 and 168 nothing is known, and nothing withheld.
    expect(hide([20, 60])).toEqual(NOTHING);
  });

  test('four who are left at risk are not told, nor a number from which events leave these four', () => {
    expect(hide([20, 30, 'completed'], [4, 400])).toEqual(new Set(['at-risk:2', 'at-risk:3', 'at-risk:4']));
    // 20 are at risk on day 28, and less the 16 events by day 56 these are 4.
    const until = [
      [6, 20, 'completed'],
      [16, 40, 'left'],
    ] as const;
    const all = ['at-risk:1', 'at-risk:2', 'at-risk:3', 'at-risk:4'];
    expect(hide(...until, [4, 400])).toEqual(new Set(all));
    expect(hide(...until, [5, 400])).toEqual(NOTHING);
  });

  test('events of one sort that are few go with another sort, from which they could be had', () => {
    expect(hide([12, 10, 'left'], [3, 12, 'died'], [30, 400])).toEqual(new Set(['part:left', 'part:died']));
    expect(hide([12, 10, 'left'], [5, 12, 'died'], [30, 400])).toEqual(NOTHING);
  });
});

describe('its median', () => {
  /** Twelve of twenty leave on that day, which is the median and its lower limit; there is no upper one. */
  const medianWith = (day: number, ...hidden: readonly `node:${number}`[]) =>
    lt5.survival.write(figureOf([12, day, 'left'], [8, 400]), new Set(hidden)).median;

  test('is told where all days are', () => {
    expect(medianWith(40)).toMatchObject({ state: 'estimated', value: 40 });
  });

  test('goes with the total of events, which it is half of', () => {
    expect(medianWith(40, 'node:5')).toEqual(suppressed);
  });

  test('goes with a day next to it, by which or after which its half left, and with no other', () => {
    // Day 40 lies between 28 and 56.
    expect(medianWith(40, 'node:1')).toEqual(suppressed);
    expect(medianWith(40, 'node:2')).toEqual(suppressed);
    expect(medianWith(40, 'node:3')).toMatchObject({ value: 40 });
    expect(medianWith(200, 'node:4')).toEqual(suppressed);
    expect(medianWith(200, 'node:3')).toMatchObject({ value: 200 });
  });

  test('that is a reported day goes with none that is later', () => {
    expect(medianWith(28, 'node:2')).toMatchObject({ value: 28 });
  });

  test('that was not reached tells by its limit as much', () => {
    // Five of eleven leave on day 40: 6/11 stay, and the lower limit is below one half from then on.
    const written = (...hidden: readonly `node:${number}`[]) =>
      lt5.survival.write(figureOf([5, 40, 'left'], [6, 400]), new Set(hidden)).median;
    expect(written()).toEqual({ state: 'unavailable', reason: 'not-reached', lower: 40 });
    expect(written('node:2')).toEqual(suppressed);
    expect(written('node:5')).toEqual(suppressed);
  });

  test('of nobody says so, whatever is hidden', () => {
    const none = { state: 'unavailable', reason: 'no-eligible' };
    expect(lt5.survival.write(figureOf(), new Set(['node:5'])).median).toEqual(none);
  });
});
