import type { Golden } from './golden.ts';

/** What sets golden figures apart from those that are kept, one sentence each. */
export type GoldenChanges = {
  /** The crowd itself is another: nothing can be said of the measures. */
  readonly input: string[];
  /** Figures are others under the same revision, which separates a change of method from one in the world. */
  readonly unrevised: string[];
  /** Measures that are new, gone, or of another revision: the file is behind. */
  readonly behind: string[];
};

/** Compares the golden figures of now with those that are kept. */
export function goldenChanges(kept: Golden, now: Golden): GoldenChanges {
  const both = Object.entries(now.measures).flatMap(([id, measure]) => {
    const before = kept.measures[id];
    return before === undefined ? [] : [{ id, before, measure }];
  });
  const revised = both.filter(({ before, measure }) => before.revision !== measure.revision);
  const moved = both.filter(({ before, measure }) => before.figures !== measure.figures);
  return {
    input:
      kept.input === now.input
        ? []
        : ['The golden crowd is another one (test/support/crowd.ts and records.ts), so figures of it move.'],
    unrevised: moved
      .filter((one) => !revised.includes(one))
      .map(
        ({ id, before, measure }) =>
          `${id} moved under revision ${measure.revision}: ${told(before, measure)}.`,
      ),
    behind: [
      ...Object.keys(now.measures)
        .filter((id) => !(id in kept.measures))
        .map((id) => `${id} is new.`),
      ...Object.keys(kept.measures)
        .filter((id) => !(id in now.measures))
        .map((id) => `${id} is gone.`),
      ...revised.map(({ id, before, measure }) => {
        const figures = moved.some((one) => one.id === id) ? told(before, measure) : 'no figure moved';
        return `${id} is of revision ${measure.revision}, was of ${before.revision}: ${figures}.`;
      }),
    ],
  };
}

type Kept = Golden['measures'][string];

/** How the headline changed, or that only other figures did. */
function told(before: Kept, now: Kept): string {
  const headlines = Object.entries(now.headline)
    .filter(([month, text]) => before.headline[month] !== text)
    .map(([month, text]) => `${month} ${before.headline[month] ?? 'nothing'} → ${text}`);
  return headlines.length ? headlines.join(', ') : 'beside the headline, by group or over time';
}

/** What has to be done about changes, with each of them; undefined where there is none. */
export function goldenAdvice({ input, unrevised, behind }: GoldenChanges): string | undefined {
  if (input.length)
    return [
      ...input,
      ...unrevised,
      ...behind,
      'If no measure was changed, run `npm run golden -- --input-changed`; otherwise take the crowd back first.',
    ].join('\n');
  if (unrevised.length)
    return [
      ...unrevised,
      ...behind,
      'The same records give other figures: bump the revision of each of these measures and run `npm run golden`.',
    ].join('\n');
  return behind.length ? [...behind, 'Run `npm run golden`.'].join('\n') : undefined;
}
