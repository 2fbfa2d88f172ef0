import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runWhenQuiet } from '../../../local/table/run-when-quiet.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const every = (milliseconds: number, times: number, noted: () => void) => {
  for (let i = 0; i < times; i += 1) {
    noted();
    vi.advanceTimersByTime(milliseconds);
  }
};

it('runs once for a thousand events, a second after the last', () => {
  const run = vi.fn();
  const quiet = runWhenQuiet(run);
  every(10, 1_000, quiet.noted);
  expect(run).toHaveBeenCalledTimes(0);
  vi.advanceTimersByTime(989);
  expect(run).toHaveBeenCalledTimes(0);
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(600_000);
  expect(run).toHaveBeenCalledTimes(1);
});

it('runs every minute under events that do not end', () => {
  const run = vi.fn();
  const quiet = runWhenQuiet(run);
  every(500, 120, quiet.noted);
  expect(run).toHaveBeenCalledTimes(1);
  every(500, 240, quiet.noted);
  expect(run).toHaveBeenCalledTimes(3);
});

it('does not run for events that were forgotten', () => {
  const run = vi.fn();
  const quiet = runWhenQuiet(run);
  quiet.noted();
  quiet.forget();
  vi.advanceTimersByTime(600_000);
  expect(run).toHaveBeenCalledTimes(0);
});
