import { inTurns, over } from '../compare.ts';
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
  (starts, count) =>
    inTurns(
      count,
      starts.map(
        ({ name, bundle, call }) =>
          () =>
            startProcess(program, bundle, call().event, variablesOf(name)),
      ),
    );

/** How many times a rival's time, as seen from outside and of the processor, each round took. */
export function timesOver(own: readonly Started[], others: readonly Started[]) {
  const ratios = (of: (started: Started) => number) => over(own.map(of), others.map(of));
  return { wall: ratios(({ wall }) => wall), cpu: ratios(({ cpu }) => cpu) };
}
