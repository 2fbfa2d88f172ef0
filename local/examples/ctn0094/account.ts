import type { LeftOut, LeftOutRule } from './left-out.ts';
import type { Made } from './made.ts';
import type { RowName } from './trial-rows.ts';

/** What became of a file's rows. Every row is one of the three. */
export type FileAccount = {
  readonly file: string;
  readonly rows: number;
  /** Gave rise to a record, or to two: a visit to a session and a test. */
  readonly sent: number;
  /** Merged into a record that another row gave rise to. */
  readonly merged: number;
  readonly leftOut: number;
};

export type Account = {
  readonly files: readonly FileAccount[];
  readonly rules: ReadonlyMap<LeftOutRule, number>;
  /** Whether every row is accounted for exactly once. */
  readonly adds: boolean;
};

/** Accounts for the rows of every file. */
export function accountFor(
  rows: readonly RowName[],
  made: readonly Made[],
  leftOut: readonly LeftOut[],
): Account {
  const sent = new Set(made.map(({ rows: [first] }) => first));
  const used = new Set(made.flatMap((each) => each.rows));
  const left = new Set(leftOut.map(({ row }) => row));
  const files = [...Map.groupBy(rows, fileOf)].map(([file, own]) => ({
    file,
    rows: own.length,
    sent: own.filter((row) => sent.has(row)).length,
    merged: own.filter((row) => used.has(row) && !sent.has(row)).length,
    leftOut: own.filter((row) => left.has(row)).length,
  }));
  const counted = new Map(
    [...Map.groupBy(leftOut, ({ rule }) => rule)].map(([rule, of]) => [rule, of.length]),
  );
  return {
    files,
    rules: counted,
    adds:
      leftOut.length === left.size &&
      ![...left].some((row) => used.has(row)) &&
      files.every((each) => each.rows === each.sent + each.merged + each.leftOut),
  };
}

function fileOf(row: RowName): string {
  return row.slice(0, row.lastIndexOf(':'));
}
