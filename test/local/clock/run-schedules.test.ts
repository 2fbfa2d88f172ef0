import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runSchedules } from '../../../local/clock/run-schedules.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2030-01-01T00:00:00Z') }));
afterEach(() => void vi.useRealTimers());

it('starts the machine and the function once when their schedules fall due by the given clock, until it is stopped', async () => {
  const ahead = Date.parse('2026-11-04T05:59:30Z') - Date.now();
  const start = vi.fn(() => Promise.resolve());
  const invoke = vi.fn(() => Promise.resolve());
  const stop = runSchedules(
    {
      schedules: [
        {
          name: 'Daily',
          expression: 'cron(0 6 * * ? *)',
          timeZone: 'Europe/London',
          input: '{"trigger":"schedule"}',
          starts: { machine: 'arn:machine' },
        },
        {
          name: 'Nightly',
          expression: 'cron(30 3 * * ? *)',
          timeZone: 'Europe/London',
          input: '{"trigger":"schedule"}',
          starts: { folder: 'enforce-retention' },
        },
      ],
    },
    { machines: { start }, invoke },
    { now: () => new Date(Date.now() + ahead), onError: (error) => expect.unreachable(String(error)) },
  );
  await vi.advanceTimersByTimeAsync(29_000);
  expect(start).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect(start.mock.calls).toEqual([['arn:machine', 'Daily-2026-11-04T06-00', { trigger: 'schedule' }]]);
  await vi.advanceTimersByTimeAsync(24 * 60 * 60_000);
  expect(start).toHaveBeenCalledTimes(2);
  expect(invoke.mock.calls).toEqual([['enforce-retention', { trigger: 'schedule' }]]);
  await stop();
  await vi.advanceTimersByTimeAsync(48 * 60 * 60_000);
  expect(start).toHaveBeenCalledTimes(2);
});
