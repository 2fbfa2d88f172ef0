import { expect, test } from 'vitest';
import { instantInWords, lastDayInWords, monthInWords } from '../../shared/report/calendar.ts';
import { categoryLabel } from '../../shared/report/category-label.ts';
import { labelOf } from '../../shared/report/labels.ts';

test('a key that nobody worded is printed as its own words', () => {
  expect(labelOf('one-to-one')).toBe('One to one');
  expect(labelOf('median_daysToReturn')).toBe('Median days to return');
  expect(labelOf('constructor')).toBe('Constructor');
  expect(labelOf('attendances-family-group')).toBe('Attendances: family group');
});

test('a provider goes by its name, by name and code where two share it, and by its code where it has none', () => {
  const providers = { one: 'Harbour House', two: 'Harbour House', three: 'Janus Enterprise' };
  expect(categoryLabel('three', 'provider', providers)).toBe('Janus Enterprise');
  expect(categoryLabel('two', 'provider', providers)).toBe('Harbour House (two)');
  expect(categoryLabel('not-named', 'provider', providers)).toBe('not-named');
  expect(categoryLabel('not-named', 'provider')).toBe('not-named');
  expect(categoryLabel('not-stated', 'sex', providers)).toBe('Not stated');
});

test('an age band is a range in words', () => {
  expect(labelOf('18-24', 'age-band')).toBe('18 to 24');
  expect(labelOf('65+', 'age-band')).toBe('65 and over');
});

test('the same key is worded by the figure it stands in', () => {
  expect(labelOf('open', 'abstinence-retention.occupancy')).toBe('In the programme without a lapse');
  expect(labelOf('open', 'retention.occupancy')).toBe('In the programme');
  expect(labelOf('open', 'lapse-recovery')).toBe('Still being managed');
});

test('an instant is told by the clock of London, summer and winter', () => {
  expect(instantInWords('2026-07-04T05:00:00Z')).toBe('4 July 2026, 06:00');
  expect(instantInWords('2026-11-05T06:00:00.000Z')).toBe('5 November 2026, 06:00');
  expect(monthInWords('2026-10')).toBe('October 2026');
  expect(lastDayInWords('2026-10')).toBe('31 October 2026');
  expect(lastDayInWords('2028-02')).toBe('29 February 2028');
});

test('the words of one measure’s figures are found by the measure, and are no other’s', () => {
  expect(labelOf('still-open', 'lapse-recovery')).toBe('Lapses still open');
  expect(labelOf('still-open', 'retention')).toBe('Still open');
  expect(labelOf('progressed', 'volunteer-progression.progression')).toBe(
    'Education, training or employment',
  );
  expect(labelOf('constructor', 'lapse-recovery')).toBe('Constructor');
});
