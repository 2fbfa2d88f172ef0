export const NOTES = 'Notes';
export const LISTS = 'Lists';

/** The sheets of a template that hold no records. */
export const TEMPLATE_SHEETS: readonly string[] = [NOTES, LISTS];
