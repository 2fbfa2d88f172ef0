import { callerWith, type Answer, type Call, tokenFor } from '../support/system.ts';
import { type Client, type LocalProcess, startProcess } from './local-process.ts';
import type { Oracle } from './oracle.ts';

/** Who calls: a machine of the system's, or one that was made for this. */
export type Who = { readonly name: string; readonly client: Client };

/** What is counted on the way. */
export type Tally = {
  requests: number;
  acknowledged: number;
  inDoubt: number;
  settled: number;
  kills: number;
  reads: number;
  /** How often several wrote to one record at once. */
  rounds: number;
};

/** The system under fire: a process that is killed and started again, and what is known of it. */
export type World = {
  readonly folder: string;
  readonly oracle: Oracle;
  readonly tally: Tally;
  /** The process that answers now, once it does. */
  readonly up: () => Promise<LocalProcess>;
  /** Kills it and starts it again; who asks meanwhile waits. */
  readonly restart: () => Promise<void>;
  /** Whether there is time and there are requests left. */
  readonly goesOn: () => boolean;
  /** Whether there are as many records as can be read back in the end: from then on those that are there are amended. */
  readonly isFull: () => boolean;
  readonly callerOf: (who: Who) => Promise<Call>;
  /** Undefined where nothing was answered: what was asked for may have been done. */
  readonly ask: (who: Who, ...call: Parameters<Call>) => Promise<Answer | undefined>;
  /** The same of a call that is made otherwise. */
  readonly answered: (
    what: string,
    call: () => Promise<Answer>,
    since?: LocalProcess,
  ) => Promise<Answer | undefined>;
  /**
   * Undefined where it came to nothing. That is a complaint, unless the process was killed meanwhile.
   *
   * @param since the process that was asked for what this needs, where that was before
   */
  readonly attempt: <Result>(
    what: string,
    act: () => Promise<Result>,
    since?: LocalProcess,
  ) => Promise<Result | undefined>;
};

type Limits = { readonly until: number; readonly mostRequests: number; readonly mostRecords: number };

/** Starts the system in a folder; a process that ends by itself is a complaint. */
export async function openWorld(
  folder: string,
  oracle: Oracle,
  { until, mostRequests, mostRecords }: Limits,
  start: typeof startProcess = startProcess,
): Promise<World> {
  const startOnFolder = () => start(folder, (how) => oracle.complain(`the process ended by itself: ${how}`));
  let current = startOnFolder();
  await current;
  const tally: Tally = {
    requests: 0,
    acknowledged: 0,
    inDoubt: 0,
    settled: 0,
    kills: 0,
    reads: 0,
    rounds: 0,
  };
  /** The callers of a process: its addresses are its own. */
  const callers = new WeakMap<LocalProcess, Map<string, Promise<Call>>>();

  const callerOf = async ({ name, client }: Who): Promise<Call> => {
    const process = await current;
    const own = callers.get(process) ?? new Map<string, Promise<Call>>();
    callers.set(process, own);
    const known = own.get(name);
    if (known !== undefined) return known;
    const made = tokenFor(process.tokenUrl, client).then((token) => callerWith(process.baseUrl, token));
    own.set(name, made);
    made.catch(() => own.delete(name));
    return made;
  };

  const attempt: World['attempt'] = async (what, act, since) => {
    const before = since ?? (await current);
    try {
      return await act();
    } catch (error) {
      // Of a process that ended by itself that is told, and not everything that it left unanswered.
      if (before === (await current) && !before.isGone())
        oracle.complain(`${what}: not answered, and nobody had killed the process (${reasonOf(error)})`);
      return undefined;
    }
  };

  const answered: World['answered'] = async (what, call, since) => {
    const before = since ?? (await current);
    const answer = await attempt(what, call, before);
    if (answer === undefined || answer.status < 500) return answer;
    // A function that was cut off by the end of its process may still say that it failed.
    if (before === (await current)) oracle.complain(`${what}: answered ${answer.status}`);
    return undefined;
  };

  return {
    ...{ folder, oracle, tally, callerOf, attempt, answered },
    up: () => current,
    restart: async () => {
      const process = await current;
      const killed = process.kill();
      current = killed.then(startOnFolder);
      tally.kills += 1;
      await current;
    },
    isFull: () => oracle.records.size >= mostRecords,
    goesOn: () => performance.now() < until && tally.requests < mostRequests,
    ask: async (who, method, path, body, headers) => {
      tally.requests += 1;
      return answered(`${who.name}: ${method} ${route(path)}`, async () =>
        (await callerOf(who))(method, path, body, headers),
      );
    },
  };
}

function reasonOf(error: unknown): string {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}

const route = (path: string): string => path.split('/').slice(0, 3).join('/').split('?')[0] ?? '';
