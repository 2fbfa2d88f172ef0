import { Situation } from '../../../shared/outcomes/disclosure/audit/situation.ts';
import { asKnowledge } from './as-knowledge.ts';
import { packOf } from './pack-of.ts';
import { readDocument } from './read-document.ts';

/**
 * What can be deduced of one to four people from a published pack, and no more: each number of which no other state of
 * things is found that agrees with everything printed and in which it is far enough from what it is. And each thing that
 * a reader takes for true and is not: then the reading is wrong.
 */
export function deducedFrom(seed: number): string[] {
  const { computed, document } = packOf(seed);
  const reading = readDocument(document, computed);
  const situation = new Situation(asKnowledge(reading), reading.believed.keys());
  const deduced = situation.secrets.filter((_, index) => !situation.isSafe(index)).map(({ name }) => name);
  if (!situation.holds()) throw new Error('what was found to agree with everything printed does not');
  return [...reading.wrong.map(({ from }) => `wrong: ${from}`), ...deduced].map((what) => `${seed}: ${what}`);
}
