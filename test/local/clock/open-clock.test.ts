import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { openClock } from '../../../local/clock/open-clock.ts';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'janus-clock-'))));
afterAll(() => rm(folder, { recursive: true }));

test('starts at the instant given', () => {
  const clock = openClock(join(folder, 'a'), '2026-11-04T12:00:00Z');
  expect(clock.now().toISOString()).toMatch(/^2026-11-04T12:00:00/);
  clock.close();
});

test('goes on where it was closed, when started at an earlier instant', () => {
  const path = join(folder, 'b');
  openClock(path, '2026-11-04T12:00:00Z').close();
  const clock = openClock(path, '2026-11-01T12:00:00Z');
  expect(clock.now().toISOString()).toMatch(/^2026-11-04T12:00:00/);
  clock.close();
});

test('is past all that a killed process can have used', () => {
  const path = join(folder, 'c');
  const killed = openClock(path, '2026-11-04T12:00:00Z');
  const last = killed.now();
  expect(openClock(path, '2026-11-04T12:00:00Z').now().getTime()).toBeGreaterThan(last.getTime());
});

test('starts later where a later instant is given', () => {
  const path = join(folder, 'd');
  openClock(path, '2026-11-04T12:00:00Z').close();
  const clock = openClock(path, '2026-12-04T12:00:00Z');
  expect(clock.now().toISOString()).toMatch(/^2026-12-04T12:00:00/);
  clock.close();
});

test('goes on from where it was when the machine’s own clock is set back', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2030-01-01T12:00:00Z') });
  onTestFinished(() => void vi.useRealTimers());
  const clock = openClock(join(folder, 'e'), '2026-11-04T12:00:00Z');
  vi.setSystemTime('2030-01-01T12:10:00Z');
  expect(clock.now().toISOString()).toBe('2026-11-04T12:10:00.000Z');
  vi.setSystemTime('2030-01-01T10:00:00Z');
  expect(clock.now().toISOString()).toBe('2026-11-04T12:10:00.000Z');
  vi.setSystemTime('2030-01-01T10:00:30Z');
  expect(clock.now().toISOString()).toBe('2026-11-04T12:10:30.000Z');
  clock.close();
});
