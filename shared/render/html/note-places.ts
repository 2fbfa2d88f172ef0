import type { Report, Table } from '../../report/blocks.ts';
import { type NoteId, NOTES } from '../../report/notes.ts';

/** Where the notes of a report are and who refers to them. */
export type NotePlaces = {
  /** The number of a note in the list that has its text; undefined where no list has it. */
  readonly numberOf: (note: NoteId) => number | undefined;
  /** The tables that refer to a note, in their order. */
  readonly tablesWith: (note: NoteId) => readonly Table[];
  /** The marks that have an explanation. */
  readonly marks: ReadonlySet<string>;
};

/** The note that a text is the text of. */
export const noteOf = (text: string): NoteId | undefined => NOTES.find((note) => note.text === text)?.id;

/** Finds the notes of a report where it lists them, and the tables that refer to each. */
export function notePlaces({ sections }: Report): NotePlaces {
  const blocks = sections.flatMap((section) => section.blocks);
  const tables = blocks.filter((block) => block.kind === 'table');
  const numbers = new Map(
    blocks.flatMap((block) =>
      block.kind === 'list'
        ? block.items.flatMap((item, i) => {
            const note = noteOf(item);
            return note === undefined ? [] : [[note, i + 1] as const];
          })
        : [],
    ),
  );
  const terms = blocks.flatMap((block) => (block.kind === 'definitions' ? block.items : []));
  return {
    numberOf: (note) => numbers.get(note),
    tablesWith: (note) => tables.filter(({ notes }) => notes.includes(note)),
    marks: new Set(terms.map(({ term }) => term).filter((term) => /^\[[a-z]\]$/.test(term))),
  };
}
