import { looksPersonal } from './personal-identifier.ts';

/** Digits with what people put between them when they write numbers down. */
const WRITTEN_NUMBERS = /\+?\(?\d[\d\s()._/-]{7,}\d/g;

/**
 * Whether a text of sentences holds something that identifies a human being: as in a reference, and in numbers that are
 * written with gaps and brackets, as telephone numbers are.
 *
 * @example personalInText('Ring (0161) 496 0000 about it.') // true
 * @example personalInText('Retention fell by 3% from 2026-09-01 on.') // false
 */
export function personalInText(text: string): boolean {
  return (
    looksPersonal(text, 'reference') ||
    [...text.matchAll(WRITTEN_NUMBERS)].some(([found]) =>
      looksPersonal(found.replaceAll(/[()/]/g, '').trim(), 'reference'),
    )
  );
}
