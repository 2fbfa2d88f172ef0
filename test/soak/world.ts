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
  readonly callerOf: (who: Who) => Promise<Call>;
  /** Undefined where nothing was answered: what was asked for may have been done. */
  readonly ask: (who: Who, ...call: Parameters<Call>) => Promise<Answer | undefined>;
};

type Limits = { readonly until: number; readonly mostRequests: number };

/** Starts the system in a folder. */
export async function openWorld(
  folder: string,
  oracle: Oracle,
  { until, mostRequests }: Limits,
): Promise<World> {
  let current = startProcess(folder);
  await current;
  const tally: Tally = { requests: 0, acknowledged: 0, inDoubt: 0, settled: 0, kills: 0, reads: 0 };
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

  return {
    ...{ folder, oracle, tally, callerOf },
    up: () => current,
    restart: async () => {
      const process = await current;
      const killed = process.kill();
      current = killed.then(() => startProcess(folder));
      tally.kills += 1;
      await current;
    },
    goesOn: () => performance.now() < until && tally.requests < mostRequests,
    ask: async (who, method, path, body, headers) => {
      tally.requests += 1;
      const before = await current;
      try {
        const call = await callerOf(who);
        const answer = await call(method, path, body, headers);
        if (answer.status < 500) return answer;
        // A function that was cut off by the end of its process may still say that it failed.
        if (before === (await current))
          oracle.complain(`${who.name}: ${method} ${route(path)} answered ${answer.status}`);
        return undefined;
      } catch {
        return undefined;
      }
    },
  };
}

const route = (path: string): string => path.split('/').slice(0, 3).join('/').split('?')[0] ?? '';
