import type { NoteId } from '../../report/notes.ts';

/** What anchors are called. Sections, tables, charts and notes have names of their own each, so that none meet. */

const safe = (name: string): string => name.replace(/[^A-Za-z0-9_-]/g, '-');

export const sectionId = (id: string): string => `section-${safe(id)}`;
/** Of the heading that is a section's block at a place. */
export const headingId = (section: string, place: number): string => `${sectionId(section)}.${place}`;
export const tableId = (id: string): string => `table-${safe(id)}`;
export const chartId = (id: string): string => `chart-${safe(id)}`;
export const noteId = (id: NoteId): string => `note-${id}`;
/** @example markId('[c]') // 'mark-c' */
export const markId = (mark: string): string => `mark-${mark.replace(/[^a-z]/g, '')}`;
