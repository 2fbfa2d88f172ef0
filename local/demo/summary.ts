import path from 'node:path';
import type { OutcomeDocument } from '../../shared/outcomes/document.ts';
import { formatCount } from '../../shared/render/format.ts';
import type { Submitted } from './batches.ts';
import { headlines } from './headlines.ts';

/** The demonstration's result in seven lines. */
export function summary(result: {
  readonly submitted: Submitted;
  readonly people: number;
  /** The folders of the saved packs. */
  readonly packs: readonly string[];
  /** The outcome document of the largest commissioner's last month, and the folder of its pack. */
  readonly shown: { readonly document: OutcomeDocument; readonly folder: string };
  /** The folders of the saved statements. */
  readonly statements: readonly string[];
  /** How many packs were approved by two and released. */
  readonly released: number;
  readonly seconds: number;
}): string[] {
  const { submitted, people, packs, shown, statements, released, seconds } = result;
  const { accepted, refused, firstRefusal } = submitted;
  const first = firstRefusal === undefined ? '' : ` (first: ${firstRefusal})`;
  const { document, folder } = shown;
  const all = path.join(folder, '..', '..', '..');
  return [
    `Records     ${formatCount(accepted)} accepted, ${formatCount(refused)} refused${first}, of ${formatCount(people)} people`,
    `Packs       ${formatCount(packs.length)} written, in ${path.join(all, '<commissioner>', '<month>', 'r<revision>')}`,
    `Released    ${formatCount(released)} approved by two; those of ${document.month} wait for you in the portal`,
    `Figures     ${document.commissionerName}, ${document.month}: ${headlines(document)}`,
    `Statements  ${formatCount(statements.length)} written, the last in ${statements.at(-1) ?? 'no folder'}`,
    `Time        ${formatCount(seconds)} seconds`,
    `Look at     ${path.join(folder, 'pack.pdf')}, pack.xlsx and pack.html beside it`,
  ];
}
