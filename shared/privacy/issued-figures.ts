import type { Table } from '../store/dynamo.ts';
import type { TouchedPack } from '../store/erasures.ts';
import { isIssued, readPacks } from '../store/packs.ts';

/** One figure of one issued pack. */
export type IssuedFigure = {
  readonly commissioner: string;
  readonly month: string;
  readonly revision: number;
  readonly measure: string;
};

/** Of the revisions that touch somebody those that were issued, one entry a measure. */
export async function issuedFigures(
  table: Table,
  touched: readonly Pick<TouchedPack, 'commissioner' | 'month' | 'revision' | 'measures'>[],
): Promise<IssuedFigure[]> {
  const commissioners = [...new Set(touched.map(({ commissioner }) => commissioner))];
  const packs = await Promise.all(commissioners.map((code) => readPacks(table, code)));
  const issued = new Set(packs.flat().filter(isIssued).map(nameOf));
  const figures = touched
    .filter((pack) => issued.has(nameOf(pack)))
    .flatMap(({ commissioner, month, revision, measures }) =>
      measures.map((measure) => ({ commissioner, month, revision, measure })),
    );
  return [...new Map(figures.map((figure) => [`${nameOf(figure)}#${figure.measure}`, figure])).values()];
}

function nameOf({ commissioner, month, revision }: Omit<IssuedFigure, 'measure'>): string {
  return `${commissioner}#${month}#${revision}`;
}
