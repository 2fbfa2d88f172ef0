import type { Table } from '../../report/blocks.ts';
import { type NoteId, NOTES } from '../../report/notes.ts';

/** The number of a note that a table refers to, from 1. */
export type NoteNumbers = (note: NoteId) => number;

/** The notes that the tables of a workbook refer to, in their order: what is not referred to is not listed. */
export const notesUsed = (tables: readonly Table[]): (typeof NOTES)[number][] =>
  NOTES.filter(({ id }) => tables.some(({ notes }) => notes.includes(id)));

/** Numbers the notes that are used. */
export function noteNumbers(tables: readonly Table[]): NoteNumbers {
  const used = notesUsed(tables);
  return (note) => used.findIndex(({ id }) => id === note) + 1;
}
