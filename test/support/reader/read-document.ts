import type { ComputedOutcomes } from '../../../shared/outcomes/computed.ts';
import type { Figure, OutcomeDocument } from '../../../shared/outcomes/document.ts';
import { cellsOf, type Cells } from './cells.ts';
import { figuresRead } from './figures-read.ts';
import { links } from './links.ts';
import { exactly, readFigure, roundedTo5 } from './read-figure.ts';
import type { Fact, Sum } from './reading.ts';
import { type Kept, truthOf } from './truth-of.ts';

/** All that a reader of a document knows, and what they must not learn. */
export type Reading = {
  readonly facts: readonly Fact[];
  /** Sums of which a withheld number says that they are not nothing. */
  readonly believed: readonly { readonly sum: Sum }[];
  readonly kept: readonly Kept[];
  readonly truth: ReadonlyMap<string, number>;
  /** Facts that are not so. */
  readonly wrong: readonly Fact[];
};

/** Reads a document; what is computed serves to know what to look for, and to see that nothing untrue is believed. */
export function readDocument(document: OutcomeDocument, computed: ComputedOutcomes): Reading {
  const figures = figuresRead(document);
  const cells = new Map([...figures].map(([at, figure]) => [at, cellsOf(at, figure)]));
  const readCount = document.disclosure === 'lt5' ? exactly : roundedTo5;
  const { truth: known, kept } = truthOf(computed, cells);
  const truth = new Map(known);
  const valueOf = (sum: Sum): number =>
    sum.reduce((total, [name, times]) => total + times * (truth.get(name) ?? 0), 0);
  const all = [
    ...[...figures].flatMap(([at, figure]) => readFigure(at, figure, cellsIn(cells, at), readCount)),
    ...links(cells, computed.measures),
  ];
  // How many a median is of is told by what it is a median of.
  for (const { sum, is, value } of all) {
    const unknown = sum.filter(([name]) => Number.isNaN(truth.get(name)));
    const [first] = unknown;
    if (is !== '=' || first === undefined || unknown.length > 1 || sum.length < 2) continue;
    const others = valueOf(sum.filter(([name]) => name !== first[0]));
    truth.set(first[0], (value - others) / first[1]);
  }
  // Of one that nothing is told of, nothing is known but that it is of somebody: no fact is made of it.
  const isKnown = ({ sum }: { readonly sum: Sum }): boolean =>
    sum.every(([name]) => !Number.isNaN(truth.get(name)));
  const isTrue = ({ sum, is, value }: Fact): boolean => {
    const found = valueOf(sum);
    return is === '=' ? Math.abs(found - value) < 1e-6 : found <= value + 1e-6;
  };
  return {
    facts: all.filter((fact) => isKnown(fact) && isTrue(fact)),
    wrong: all.filter((fact) => isKnown(fact) && !isTrue(fact) && !fact.from.endsWith('curve')),
    believed: [...figures].flatMap(([at, figure]) => believedOf(figure, cellsIn(cells, at))).filter(isKnown),
    kept,
    truth,
  };
}

function cellsIn(cells: ReadonlyMap<string, Cells>, at: string): Cells {
  const found = cells.get(at);
  if (found === undefined) throw new Error(`no figure at ${at}`);
  return found;
}

function believedOf(figure: Figure, { count, days, heads }: Cells): Reading['believed'] {
  switch (figure.kind) {
    case 'survival':
      return typeof figure.journeys === 'number' ? [] : [{ sum: count }];
    case 'incidence':
      return typeof (figure.lapses ?? figure.journeys ?? figure.placements) === 'number'
        ? []
        : [{ sum: count }, { sum: heads ?? [] }];
    case 'rate':
      return figure.state === 'suppressed' ? [{ sum: days ?? [] }] : [];
    case 'count':
      return figure.state === 'suppressed' ? [{ sum: count }] : [];
    default:
      return figure.state === 'suppressed' ? [{ sum: count }] : [];
  }
}
