import { expect, test } from 'vitest';
import type { Run } from '../../../local/api-client.ts';
import { runMonths } from '../../../local/demo/run-months.ts';

const quiet = { advance: () => undefined, stop: () => undefined };

/** A system whose runs end as told, and what was asked of it in order. */
function runsEnding(states: Record<string, Run['state']>) {
  const asked: string[] = [];
  return {
    asked,
    startRun: ({ month }: { month: string }) => {
      asked.push(`start ${month}`);
      return Promise.resolve(month);
    },
    waitForRun: (id: string): Promise<Run> => {
      asked.push(`wait ${id}`);
      const state = states[id] ?? 'succeeded';
      const status = state === 'failed' ? 'failed' : 'issued';
      return Promise.resolve({
        id,
        month: id,
        state,
        commissioners: [
          { commissioner: 'northshire', status: 'issued' },
          { commissioner: 'eastmere', status },
        ],
      });
    },
  };
}

test('begins a month when the one before has ended', async () => {
  const system = runsEnding({});
  await runMonths(system, ['2026-09', '2026-10'], quiet);
  expect(system.asked).toEqual(['start 2026-09', 'wait 2026-09', 'start 2026-10', 'wait 2026-10']);
});

test('stops at a month that failed and says whose', async () => {
  const system = runsEnding({ '2026-09': 'failed' });
  await expect(runMonths(system, ['2026-09', '2026-10'], quiet)).rejects.toThrow(
    'the run of 2026-09 failed (northshire issued, eastmere failed)',
  );
  expect(system.asked).toEqual(['start 2026-09', 'wait 2026-09']);
});
