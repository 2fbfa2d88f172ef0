import { execFileSync } from 'node:child_process';

/** All but what a run writes itself. */
const CODE = [':/', ':(top,exclude)bench/results.json', ':(top,exclude)README.md'];

/** Which commit the code here is of, and whether nothing in it was changed since; of none where there is no git. */
export function codeAtHand(): { commit: string; clean: boolean } {
  try {
    return {
      commit: git('rev-parse', '--short', 'HEAD'),
      clean: git('status', '--porcelain', '--', ...CODE) === '',
    };
  } catch {
    return { commit: 'none', clean: false };
  }
}

const git = (...given: readonly string[]) =>
  execFileSync('git', given, {
    cwd: import.meta.dirname,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
