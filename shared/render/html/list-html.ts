import { escaped } from '../escaped.ts';
import { noteId, tableId } from './ids.ts';
import { noteOf, type NotePlaces } from './note-places.ts';

/** A list; one of notes is numbered, and each note leads back to the tables that refer to it. */
export function listHtml(items: readonly string[], notes: NotePlaces): string {
  const tag = items.some((item) => noteOf(item) !== undefined) ? 'ol' : 'ul';
  return `<${tag}>\n${items.map((item) => itemHtml(item, notes)).join('\n')}\n</${tag}>`;
}

function itemHtml(item: string, { tablesWith }: NotePlaces): string {
  const note = noteOf(item);
  if (note === undefined) return `<li>${escaped(item)}</li>`;
  const tables = tablesWith(note);
  const back = tables.length
    ? `
<details><summary>Tables that refer to this note</summary>
<ul>
${tables.map(({ id, title }) => `<li><a href="#${tableId(id)}">${escaped(title)}</a></li>`).join('\n')}
</ul>
</details>`
    : '';
  return `<li id="${noteId(note)}">${escaped(item)}${back}</li>`;
}
