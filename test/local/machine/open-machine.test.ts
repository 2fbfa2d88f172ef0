import { describe, expect, it, vi } from 'vitest';
import { openMachine } from '../../../local/machine/open-machine.ts';

const functionArn = (folder: string) => `arn:aws:lambda:eu-west-2:000000000000:function:${folder}`;
const task = (folder: string, more: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: functionArn(folder), 'Payload.$': '$' },
  OutputPath: '$.Payload',
  Retry: [{ ErrorEquals: ['Lambda.TooManyRequestsException'], IntervalSeconds: 2, MaxAttempts: 3 }],
  ...more,
});

/** Shaped as the month run is: plan, wait, each commissioner with its own failure, finish. */
const definition = {
  StartAt: 'Plan',
  States: {
    Plan: task('plan', {
      Parameters: {
        FunctionName: functionArn('plan'),
        Payload: { 'runId.$': '$$.Execution.Name', 'request.$': '$' },
      },
      Next: 'Settle',
    }),
    Settle: { Type: 'Wait', SecondsPath: '$.settleSeconds', Next: 'Each' },
    Each: {
      Type: 'Map',
      ItemsPath: '$.items',
      MaxConcurrency: 2,
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'Work',
        States: {
          Work: task('work', {
            End: true,
            Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Failed' }],
          }),
          Failed: {
            Type: 'Pass',
            Parameters: { 'id.$': '$.id', status: 'failed', 'error.$': '$.failure.Error' },
            End: true,
          },
        },
      },
      ResultPath: '$.results',
      Next: 'Finish',
    },
    Finish: task('finish', { End: true }),
  },
};

type Functions = Record<string, (payload: { id: string; request: object }) => unknown>;

function machineOf(functions: Functions, seconds = 60) {
  const calls: [string, unknown][] = [];
  const machine = openMachine({
    arn: 'arn:aws:states:eu-west-2:000000000000:stateMachine:Run',
    definition: structuredClone(definition),
    invoke: (folder, payload) => {
      calls.push([folder, payload]);
      return Promise.resolve(payload as never).then(functions[folder]);
    },
    timeoutSeconds: () => seconds,
    log: { info: vi.fn(), warn: vi.fn(), error: vi.fn() },
  });
  const run = (input: object, stop = new AbortController()) => machine.run('run-1', input, stop.signal);
  return { run, calls };
}

const planOf = (...ids: string[]) => ({ settleSeconds: 0, items: ids.map((id) => ({ id })) });
const named = (name: string) => Object.assign(new Error('it broke'), { name });

describe('the machine', () => {
  it('gives every step what the definition says, and ends with the last', async () => {
    const { run, calls } = machineOf({
      plan: () => planOf('a', 'b'),
      work: ({ id }) => ({ id, status: 'issued' }),
      finish: () => ({}),
    });
    await run({ trigger: 'hand' });
    expect(calls).toEqual([
      ['plan', { runId: 'run-1', request: { trigger: 'hand' } }],
      ['work', { id: 'a' }],
      ['work', { id: 'b' }],
      [
        'finish',
        {
          ...planOf('a', 'b'),
          results: [
            { id: 'a', status: 'issued' },
            { id: 'b', status: 'issued' },
          ],
        },
      ],
    ]);
  });

  it("keeps one item's failure from the others, by the name of its error", async () => {
    const { run, calls } = machineOf({
      plan: () => planOf('a', 'b'),
      work: ({ id }) => {
        if (id === 'a') throw named('no-records');
        return { id, status: 'issued' };
      },
    });
    await run({});
    expect(calls.at(-1)).toMatchObject([
      'finish',
      {
        results: [
          { id: 'a', status: 'failed', error: 'no-records' },
          { id: 'b', status: 'issued' },
        ],
      },
    ]);
  });

  it('retries what the definition retries, soon', async () => {
    let attempts = 0;
    const { run } = machineOf({
      plan: () => planOf('a'),
      work: () => {
        attempts += 1;
        if (attempts < 3) throw named('Lambda.TooManyRequestsException');
        return {};
      },
    });
    const began = Date.now();
    await run({});
    expect(attempts).toBe(3);
    expect(Date.now() - began).toBeLessThan(2000);
  });

  it('fails with the error of a step that nothing catches', async () => {
    const { run } = machineOf({
      plan: () => {
        throw named('unknown-run');
      },
    });
    await expect(run({})).rejects.toMatchObject({ name: 'unknown-run' });
  });

  it('refuses payloads of more than 256 KB, in and out, as Step Functions does', async () => {
    const tooLarge = 'x'.repeat(256 * 1024);
    await expect(machineOf({}).run({ tooLarge })).rejects.toMatchObject({ name: 'States.DataLimitExceeded' });
    await expect(machineOf({ plan: () => ({ tooLarge }) }).run({})).rejects.toMatchObject({
      name: 'States.DataLimitExceeded',
    });
    const { run, calls } = machineOf({ plan: () => planOf('a'), work: () => tooLarge });
    await run({});
    expect(calls.at(-1)).toMatchObject(['finish', { results: [{ error: 'States.DataLimitExceeded' }] }]);
  });

  it('gives a step no longer than its function may take', async () => {
    const { run } = machineOf({ plan: () => new Promise(() => undefined) }, 1);
    await expect(run({})).rejects.toMatchObject({ name: 'States.Timeout' });
  });

  it('hands each step a copy, so that none can change what another sees', async () => {
    const shared = planOf('a');
    const { run } = machineOf({
      plan: () => shared,
      work: (payload) => Object.assign(payload, { changed: true }),
    });
    await run({});
    expect(shared).toEqual(planOf('a'));
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const { run, calls } = machineOf({
      plan: () => {
        stop.abort();
        return planOf('a');
      },
    });
    await expect(run({}, stop)).rejects.toThrow();
    expect(calls.map(([folder]) => folder)).toEqual(['plan']);
  });

  it('waits, once stopped, for the function that is under way', async () => {
    const stop = new AbortController();
    let ended = false;
    const { run } = machineOf({
      plan: async () => {
        setTimeout(() => stop.abort(), 10);
        await new Promise((resolve) => setTimeout(resolve, 80));
        ended = true;
        return planOf('a');
      },
    });
    await expect(run({}, stop)).rejects.toThrow();
    expect(ended).toBe(true);
  });

  it('refuses a definition with a task that is no function', () => {
    const states = { A: { Type: 'Task', Resource: 'arn:aws:states:::sns:publish', End: true } };
    expect(() =>
      openMachine({
        arn: 'arn',
        definition: { StartAt: 'A', States: states },
        invoke: vi.fn(),
        timeoutSeconds: () => 1,
        log: { info: vi.fn(), warn: vi.fn(), error: vi.fn() },
      }),
    ).toThrow('The task A');
  });
});
