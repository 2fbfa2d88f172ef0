import type { Table } from '../../report/blocks.ts';
import { cellText } from '../../report/cells.ts';
import { markId, noteId } from './ids.ts';
import type { NotePlaces } from './note-places.ts';

/** The notes that a table refers to and the marks that stand in it, as links; nothing where there are none. */
export function tableNotesHtml(table: Table, { numberOf, marks }: NotePlaces): string {
  const numbered = table.notes
    .flatMap((note) => {
      const number = numberOf(note);
      return number === undefined ? [] : [{ note, number }];
    })
    .sort((a, b) => a.number - b.number);
  const links = [
    ...marksIn(table)
      .filter((mark) => marks.has(mark))
      .map((mark) => `<a href="#${markId(mark)}">${mark}</a>`),
    ...numbered.map(({ note, number }) => `<a href="#${noteId(note)}">note ${number}</a>`),
  ];
  return links.length ? `\n<p class="notes">Explained: ${links.join(' ')}</p>` : '';
}

function marksIn(table: Table): string[] {
  const { groups } = table.printed ?? table;
  const words = groups.flatMap(({ rows }) => rows.flat().map(cellText));
  return [...new Set(words.flatMap((each) => each.match(/\[[a-z]\]/g) ?? []))].sort();
}
