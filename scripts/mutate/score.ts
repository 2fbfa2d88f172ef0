import { markdownTable } from '../docs/markdown-table.ts';
import type { Mutant } from './mutants-of.ts';

/** How many changes were made and noticed, and the share of these in per cent; 100 where there was nothing to change. */
export type Score = { readonly mutants: number; readonly noticed: number; readonly score: number };

/** A change is noticed by a test that fails, or that runs out of time. Those that do not compile are not counted. */
export function scoreOf(mutants: readonly Mutant[]): Score {
  const count = (...statuses: readonly Mutant['status'][]) =>
    mutants.filter(({ status }) => statuses.includes(status)).length;
  const noticed = count('Killed', 'Timeout');
  const all = noticed + count('Survived', 'NoCoverage');
  return { mutants: all, noticed, score: all === 0 ? 100 : (100 * noticed) / all };
}

/** The scores of parts, and of all of them together. */
export function tableOf(parts: ReadonlyMap<string, readonly Mutant[]>): string {
  const row = (name: string, mutants: readonly Mutant[]) => {
    const { mutants: all, noticed, score } = scoreOf(mutants);
    return [name, String(all), String(noticed), `${score.toFixed(1)} %`];
  };
  return markdownTable(
    ['part', 'mutants', 'noticed', 'score'],
    [...[...parts].map(([name, mutants]) => row(name, mutants)), row('together', [...parts.values()].flat())],
  );
}
