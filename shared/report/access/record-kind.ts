import type { Column } from '../blocks.ts';

/** How one kind of record is told to the person it is about. */
export type RecordKind = {
  readonly type: string;
  readonly title: string;
  readonly one: string;
  readonly many: string;
  /** What such a record is, in a sentence or two. */
  readonly what: string;
  /** The field that holds its date. */
  readonly date: string;
  /** That the date is the first day of something that lasts. */
  readonly begins?: true;
  /** Its fields in the reader's order; those that are not named here follow. */
  readonly fields: readonly string[];
  /** For kinds that are many: each record is a row. Without columns each is told by itself. */
  readonly columns?: readonly KindColumn[];
};

export type KindColumn = Pick<Column, 'title' | 'share'> & { readonly field: string };
