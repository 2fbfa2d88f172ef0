import { Presets, SingleBar } from 'cli-progress';

export type Progress = {
  readonly advance: (by: number) => void;
  readonly stop: () => void;
};

/** What a bar is drawn on: standard output, or anything like it. */
type Output = Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean };

/** Shows how far something is: a bar on a terminal, else a line at every fifth of the way. */
export function showProgress(what: string, total: number, output: Output = process.stdout): Progress {
  const label = what.padEnd(28);
  if (output.isTTY === true) {
    const bar = new SingleBar(
      { format: `${label} {bar} {value}/{total} {percentage} %` },
      Presets.shades_classic,
    );
    bar.start(total, 0);
    return { advance: (by) => bar.increment(by), stop: () => bar.stop() };
  }
  let done = 0;
  return {
    advance: (by) => {
      const fifth = (value: number) => Math.floor((value * 5) / total);
      const before = fifth(done);
      done += by;
      if (fifth(done) > before) output.write(`${label} ${done}/${total}\n`);
    },
    stop: () => undefined,
  };
}
