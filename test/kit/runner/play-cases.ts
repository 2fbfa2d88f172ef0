import type { Call, System } from '../../support/system.ts';
import type { Case, SentRecord, Setup } from './read-cases.ts';

const MOST_RECORDS = 1_000;
const RUNS_AT_ONCE = 3;

/**
 * Plays all cases on one system, over its interface alone: registers what each sets up, then takes the first step of
 * every case, then the second of every case, and so on.
 *
 * @throws Error when something is refused, a record is rejected or a run fails.
 */
export async function playCases(system: System, cases: readonly Case[]): Promise<void> {
  const senders = new Map<string, Call>();
  for (const { setup } of cases) {
    await register(system.operator, setup);
    for (const provider of Object.keys(setup.providers)) {
      const settings = { scopes: ['records/write'], binding: { provider } };
      senders.set(provider, await system.clientOf(`sender-of-${provider}`, settings));
    }
  }
  const mostSteps = Math.max(...cases.map(({ setup }) => setup.steps.length));
  for (let index = 0; index < mostSteps; index += 1) {
    const steps = cases.flatMap((one) => {
      const step = one.setup.steps[index];
      return step === undefined ? [] : [{ one, step }];
    });
    for (const { one, step } of steps)
      if ('submit' in step) await submit(senders, one.recordsIn(step.submit));
    const runs = steps.flatMap(({ one, step }) =>
      'run' in step
        ? Object.keys(one.setup.commissioners).map((commissioner) => ({ month: step.run, commissioner }))
        : [],
    );
    await runAll(system, runs);
  }
}

async function register(operator: Call, { commissioners, providers, targets = {} }: Setup): Promise<void> {
  for (const [registry, entries] of Object.entries({ commissioners, providers, targets })) {
    for (const [code, entry] of Object.entries(entries)) {
      const { status, body } = await operator('PUT', `/v1/${registry}/${code}`, entry);
      if (status !== 200 && status !== 201) throw new Error(`${registry} ${code}: ${JSON.stringify(body)}`);
    }
  }
}

async function submit(senders: ReadonlyMap<string, Call>, sent: readonly SentRecord[]): Promise<void> {
  for (const [provider, own] of Map.groupBy(sent, (one) => one.provider)) {
    const send = senders.get(provider);
    if (send === undefined) throw new Error(`no provider ${provider} is set up`);
    for (let from = 0; from < own.length; from += MOST_RECORDS) {
      const records = own.slice(from, from + MOST_RECORDS).map(({ record }) => record);
      const { status, body } = await send('POST', '/v1/batches', { records });
      const { rejected } = (body['counts'] ?? {}) as { rejected?: number };
      if (status !== 200 || rejected !== 0) throw new Error(`${provider}: ${JSON.stringify(body)}`);
    }
  }
}

async function runAll(
  system: System,
  runs: readonly { readonly month: string; readonly commissioner: string }[],
): Promise<void> {
  const waiting = runs.values();
  const work = async () => {
    for (const asked of waiting) {
      const run = await system.runMonth(asked);
      if (run['state'] !== 'succeeded') throw new Error(`${JSON.stringify(asked)}: ${JSON.stringify(run)}`);
    }
  };
  await Promise.all(Array.from({ length: RUNS_AT_ONCE }, work));
}
