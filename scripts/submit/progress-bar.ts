const WIDTH = 30;

/** How far it is, as one line: a bar, how many of how many, and how many were refused. */
export function progressBar(done: number, all: number, refused: number): string {
  const filled = all === 0 ? WIDTH : Math.floor((done / all) * WIDTH);
  const bar = `${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}`;
  const numbers = `${done.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} records`;
  return `[${bar}] ${numbers}${refused === 0 ? '' : `, ${refused.toLocaleString('en-GB')} refused`}`;
}
