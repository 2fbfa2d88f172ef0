import aslValidator from 'asl-validator';
import { StateMachine } from 'aws-local-stepfunctions';
import { describe, expect, it } from 'vitest';
import { machineOf, synthesized } from './synthesized.ts';

const definition = definitionOf('MonthRun');

it.each(['MonthRun', 'StatementRun'] as const)('%s is valid Amazon States Language', (run) => {
  expect(aslValidator(definitionOf(run), { checkPaths: true, checkArn: true })).toMatchObject({
    isValid: true,
    errors: [],
  });
});

describe('the month run as synthesized', () => {
  it('issues, leaves and fails each commissioner on its own and hands finish-run all three', async () => {
    const { calls, failure } = await run({
      PlanMonth: () => plan('ABC', 'DEF', 'GHI'),
      ComputeOutcomes: ({ commissioner }) => {
        if (commissioner === 'DEF') return { runId: 'run-1', commissioner, status: 'unchanged' };
        if (commissioner === 'GHI') throw named('StoreUnreachable');
        return { runId: 'run-1', commissioner, month: '2026-10', revision: 2, status: 'computed' };
      },
      RenderPack: ({ commissioner, revision }) => ({ commissioner, status: 'issued', revision }),
    });

    expect(failure).toBeUndefined();
    expect(calls.FinishRun).toEqual([
      {
        runId: 'run-1',
        results: [
          { commissioner: 'ABC', status: 'issued', revision: 2 },
          { commissioner: 'DEF', status: 'unchanged' },
          { commissioner: 'GHI', status: 'failed', error: 'StoreUnreachable' },
        ],
      },
    ]);
  });

  it('gives plan-month the run id and the request', async () => {
    const { calls } = await run({});

    expect(calls.PlanMonth).toEqual([{ runId: 'run-1', request: { trigger: 'hand', month: '2026-10' } }]);
  });

  it('gives compute-outcomes one commissioner of the plan and nothing it does not need', async () => {
    const { calls } = await run({});

    expect(calls.ComputeOutcomes).toEqual([
      {
        runId: 'run-1',
        month: '2026-10',
        asAt: '2026-11-05T06:00:00.000Z',
        replay: false,
        commissioner: 'ABC',
      },
    ]);
  });

  it('hands what compute-outcomes answered to render-pack as it is', async () => {
    const computed = {
      runId: 'run-1',
      commissioner: 'ABC',
      month: '2026-10',
      revision: 3,
      status: 'computed',
    };
    const { calls } = await run({ ComputeOutcomes: () => computed });

    expect(calls.RenderPack).toEqual([computed]);
  });

  it('marks a commissioner whose pack cannot be rendered as failed, without trying again', async () => {
    const { calls } = await run({ RenderPack: throwing('FontMissing') });

    expect(calls.RenderPack).toHaveLength(1);
    expect(calls.FinishRun).toEqual([
      { runId: 'run-1', results: [{ commissioner: 'ABC', status: 'failed', error: 'FontMissing' }] },
    ]);
  });

  it.each(['PlanMonth', 'ComputeOutcomes', 'RenderPack', 'FinishRun'] as const)(
    'tries %s again after a throttle',
    async (state) => {
      let throttled = 0;
      const { calls } = await run({
        [state]: (input: Payload) => {
          if (throttled++ === 0) throw named('Lambda.TooManyRequestsException');
          return answers[state](input);
        },
      });

      expect(calls[state]).toHaveLength(2);
      expect(calls.FinishRun.at(-1)).toMatchObject({ results: [{ commissioner: 'ABC', status: 'issued' }] });
    },
  );

  it.each([
    ['Lambda.TooManyRequestsException', 7],
    ['Sandbox.Timedout', 2],
    ['Runtime.ExitError', 2],
  ])('gives a commissioner up for %s after %i attempts', async (error, attempts) => {
    const { calls } = await run({ ComputeOutcomes: throwing(error) });

    expect(calls.ComputeOutcomes).toHaveLength(attempts);
    expect(calls.FinishRun).toMatchObject([{ results: [{ status: 'failed', error }] }]);
  });

  it('writes down a plan that failed, and fails', async () => {
    const { calls, failure } = await run({ PlanMonth: throwing('AppError') });

    expect(String(failure)).toContain('because of a Fail state');
    expect(calls.FinishRun).toEqual([{ runId: 'run-1', results: [], failure: 'AppError' }]);
    expect(calls.ComputeOutcomes).toEqual([]);
  });

  it('ends at once, touching nothing, where plan-month names no commissioner', async () => {
    const { calls, failure } = await run({ PlanMonth: () => plan() });

    expect(failure).toBeUndefined();
    expect(calls).toMatchObject({ ComputeOutcomes: [], RenderPack: [], FinishRun: [] });
  });

  it('waits for as long as plan-month says before it computes', async () => {
    const started = performance.now();
    await run({ PlanMonth: () => ({ ...plan('ABC'), settleSeconds: 1 }) });

    expect(performance.now() - started).toBeGreaterThan(990);
  });
});

type Payload = Record<string, unknown>;
type Answers = Record<
  'PlanMonth' | 'ComputeOutcomes' | 'RenderPack' | 'FinishRun',
  (input: Payload) => unknown
>;

function plan(...commissioners: string[]) {
  return {
    runId: 'run-1',
    month: '2026-10',
    asAt: '2026-11-05T06:00:00.000Z',
    replay: false,
    settleSeconds: 0,
    commissioners: commissioners.map((commissioner) => ({ commissioner })),
  };
}

const answers: Answers = {
  PlanMonth: () => plan('ABC'),
  ComputeOutcomes: ({ commissioner }) => ({ commissioner, revision: 1, status: 'computed' }),
  RenderPack: ({ commissioner }) => ({ commissioner, status: 'issued', revision: 1 }),
  FinishRun: () => ({}),
};

function named(name: string): Error {
  return Object.assign(new Error('It broke.'), { name });
}

function throwing(name: string) {
  return () => {
    throw named(name);
  };
}

/** Runs the machine to its end with these answers in place of the functions', and says what each was given. */
async function run(overrides: Partial<Answers>) {
  const calls: Record<keyof Answers, Payload[]> = {
    PlanMonth: [],
    ComputeOutcomes: [],
    RenderPack: [],
    FinishRun: [],
  };
  const invoke = (called: keyof Answers) => (input: { Payload: Payload }) => {
    calls[called].push(input.Payload);
    const answer = { ...answers, ...overrides }[called];
    return { StatusCode: 200, Payload: answer(input.Payload) };
  };
  const handlers = {
    PlanMonth: invoke('PlanMonth'),
    ComputeOutcomes: invoke('ComputeOutcomes'),
    RenderPack: invoke('RenderPack'),
    FinishRun: invoke('FinishRun'),
    RecordFailure: invoke('FinishRun'),
  };
  const { result } = new StateMachine(definition).run(
    { trigger: 'hand', month: '2026-10' },
    {
      overrides: {
        taskResourceLocalHandlers: handlers as never,
        retryIntervalOverrides: Object.fromEntries(Object.keys(handlers).map((state) => [state, 0])),
      },
      context: { Execution: { Name: 'run-1' } },
    },
  );
  const failure: unknown = await result.then(
    () => undefined,
    (error: unknown) => error,
  );
  return { calls, failure };
}

/** The definition of a machine with every reference of the template spelt out. */
function definitionOf(run: Parameters<typeof machineOf>[1]) {
  const machine = machineOf<{ DefinitionString: { 'Fn::Join': [string, unknown[]] } }>(
    synthesized().pipeline,
    run,
  );
  const [, parts] = machine.Properties.DefinitionString['Fn::Join'];
  const text = (part: unknown): string => {
    if (typeof part === 'string') return part;
    const { Ref, 'Fn::GetAtt': attribute } = part as { Ref?: string; 'Fn::GetAtt'?: [string, string] };
    return Ref === 'AWS::Partition'
      ? 'aws'
      : `arn:aws:lambda:eu-west-2:123456789012:function:${attribute![0]}`;
  };
  return JSON.parse(parts.map(text).join('')) as ConstructorParameters<typeof StateMachine>[0];
}
