import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { within } from '../../shared/platform/correlation.ts';
import { lambdaMeter } from '../../shared/platform/lambda-meter.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { serveTask } from '../../shared/platform/task.ts';

/** Every line that was written, whatever stream it went to. */
let lines: Record<string, unknown>[];
beforeEach(() => {
  lines = [];
  vi.stubEnv('POWERTOOLS_METRICS_NAMESPACE', 'JanusOutcomes/test');
  vi.stubEnv('POWERTOOLS_DEV', 'true');
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
  for (const level of ['log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((text: string) => {
      lines.push(JSON.parse(text) as Record<string, unknown>);
    });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test('a line has the ids of what is being done, and those of what that is a part of', () => {
  const log = lambdaLog('submit-batch');
  within({ requestId: 'r-1' }, () => within({ upload: 'u-1' }, () => log.info('taken in', { rows: 3 })));
  log.info('apart');
  expect(lines).toMatchObject([
    { level: 'INFO', service: 'submit-batch', message: 'taken in', requestId: 'r-1', upload: 'u-1', rows: 3 },
    { message: 'apart' },
  ]);
  expect(lines[1]).not.toHaveProperty('requestId');
});

test('ids stay with what they are of, however many are done at once', async () => {
  const log = lambdaLog('submit-batch');
  const work = (requestId: string, ms: number) =>
    within({ requestId }, async () => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      log.info(requestId);
    });
  await Promise.all([work('slow', 20), work('quick', 1), work('middling', 10)]);
  expect(lines.map(({ message, requestId }) => [message, requestId])).toEqual([
    ['quick', 'quick'],
    ['middling', 'middling'],
    ['slow', 'slow'],
  ]);
});

test('a step’s lines have the run, the commissioner and the month of its payload, and nothing else of it', async () => {
  const log = lambdaLog('compute-outcomes');
  const payload = { runId: 'run-1', commissioner: 'northshire', month: '2026-10', personRef: 'SU-1' };
  const step = serveTask(log, 'compute-outcomes', z.unknown(), () => {
    log.info('computed');
    return Promise.resolve();
  });
  await step(payload);
  expect(lines).toMatchObject([{ runId: 'run-1', commissioner: 'northshire', month: '2026-10' }]);
  expect(JSON.stringify(lines)).not.toContain('SU-1');
});

test('a line that says that something failed is counted, under the function’s name', () => {
  lambdaLog('submit-record').error('request failed');
  expect(lines[1]).toMatchObject({
    service: 'submit-record',
    ErrorsLogged: 1,
    _aws: { CloudWatchMetrics: [{ Namespace: 'JanusOutcomes/test', Dimensions: [['service']] }] },
  });
});

test('nothing of a sum is not counted, and nothing of a state is', () => {
  const meter = lambdaMeter('watch-progress');
  meter.count('RecordsRefused', 0);
  meter.count('PacksLate', 0);
  expect(lines).toMatchObject([{ PacksLate: 0 }]);
});
