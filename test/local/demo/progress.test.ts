import { expect, test } from 'vitest';
import { showProgress } from '../../../local/demo/progress.ts';

/** Output that is no terminal, and what was written to it, with single blanks. */
function plainOutput() {
  const lines: string[] = [];
  const write = (line: string) => lines.push(line.replace(/ +/, ' ')) > 0;
  return { lines, output: { write } };
}

test('writes a line at every fifth of the way where there is no terminal', () => {
  const { lines, output } = plainOutput();
  const progress = showProgress('Running', 10, output);
  for (let month = 0; month < 10; month += 1) progress.advance(1);
  progress.stop();
  expect(lines).toEqual([2, 4, 6, 8, 10].map((done) => `Running ${done}/10\n`));
});

test('writes one line for a step over several fifths', () => {
  const { lines, output } = plainOutput();
  const progress = showProgress('Submitting', 100, output);
  progress.advance(19);
  progress.advance(50);
  expect(lines).toEqual(['Submitting 69/100\n']);
});
