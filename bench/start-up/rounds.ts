import type { FirstCall } from './first-call.ts';
import type { Services } from './services.ts';
import { type Started, startProcess } from './start-process.ts';

/** A bundle and what it is asked in each round. */
export type Start = { readonly name: string; readonly bundle: string; readonly call: () => FirstCall };

/** Starts each so many times, in turns: of each the starts, round by round. */
export type Rounds = (starts: readonly Start[], count: number) => Promise<Started[][]>;

/** @param program `first-answer.ts`, as JavaScript */
export const roundsWith =
  ({ variablesOf }: Services, program: string): Rounds =>
  async (starts, count) => {
    const times = starts.map((): Started[] => []);
    // One round that does not count; in another order each time, so that no place in it is anybody's.
    for (let round = -1; round < count; round += 1)
      for (const i of starts.keys()) {
        const place = (i + round + 1) % starts.length;
        const start = starts[place];
        if (start === undefined) continue;
        const { name, bundle, call } = start;
        const started = await startProcess(program, bundle, call().event, variablesOf(name));
        if (round >= 0) times[place]?.push(started);
      }
    return times;
  };

/** How much of a rival's time, as seen from outside and of the processor, each round took. */
export function over(own: readonly Started[], others: readonly Started[]) {
  const ratios = (of: (started: Started) => number) =>
    own.flatMap((started, round) => {
      const other = others[round];
      return other === undefined ? [] : [of(started) / of(other)];
    });
  return { wall: ratios(({ wall }) => wall), cpu: ratios(({ cpu }) => cpu) };
}
