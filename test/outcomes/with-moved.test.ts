import { expect, test } from 'vitest';
import { figuresIn } from '../../shared/outcomes/change/figures-in.ts';
import { withMoved } from '../../shared/outcomes/change/with-moved.ts';
import { placeKey } from '../../shared/outcomes/disclosure/pack/place.ts';
import { aCrowd } from '../support/crowd.ts';
import { documentOf } from '../support/compute.ts';

const crowd = aCrowd(3, 60);
/** Of sixty people, then of a dozen: much that was told is withheld now. */
const before = documentOf(crowd);
const now = documentOf({ ...crowd, people: crowd.people.slice(0, 12) });

const withheldNow = new Set(
  figuresIn(now)
    .filter(({ figure }) => JSON.stringify(figure).includes('suppressed'))
    .map(({ place }) => placeKey(place)),
);
const standing = new Set(figuresIn(now).map(({ place }) => placeKey(place)));
const isTold = (place: Parameters<typeof placeKey>[0]) =>
  standing.has(placeKey(place)) && !withheldNow.has(placeKey(place));

test('of an issue that readers hold, what is withheld now is told as it was issued', () => {
  const figures = withMoved(now, before, {}).moved?.figures ?? [];
  expect(figures.filter((each) => withheldNow.has(placeKey(each))).length).toBeGreaterThan(20);
});

test('of one that was never released, nothing is told that is withheld now or gone, and all else alike', () => {
  const held = withMoved(now, before, {}).moved?.figures ?? [];
  const never = withMoved(now, before, {}, false).moved?.figures ?? [];
  expect(never).toEqual(held.filter(isTold));
  expect(never.length).toBeGreaterThan(0);
  expect(held.some((each) => !isTold(each))).toBe(true);
});
