import { readFileSync } from 'node:fs';
import { fontFile } from '../fonts.ts';

/**
 * A text in characters that the document's font has. PDF/UA refuses a file with a glyph missing, so a name in
 * another script must not stop a pack: what the font lacks is printed as `?` (the workbook and the CSV keep it).
 */
export function printable(text: string): string {
  coverage ??= coveredBy(readFileSync(fontFile('regular')));
  const covered = coverage;
  return Array.from(text.normalize('NFC').replace(/\s+/gu, ' '), (character) =>
    covered(character.codePointAt(0) ?? 0) ? character : '?',
  ).join('');
}

let coverage: ((codePoint: number) => boolean) | undefined;

const FORMAT_12 = 12;
const PRINTABLE_FROM = 0x20;

/** Reads a font's character map, the groups of subtable format 12 (OpenType specification, `cmap`). */
function coveredBy(font: Buffer): (codePoint: number) => boolean {
  const cmap = tableOffset(font, 'cmap');
  const subtables = font.readUInt16BE(cmap + 2);
  for (let i = 0; i < subtables; i += 1) {
    const subtable = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4);
    if (font.readUInt16BE(subtable) !== FORMAT_12) continue;
    const groups = Array.from({ length: font.readUInt32BE(subtable + 12) }, (_, group) => ({
      first: font.readUInt32BE(subtable + 16 + group * 12),
      last: font.readUInt32BE(subtable + 20 + group * 12),
    }));
    return (codePoint) =>
      codePoint >= PRINTABLE_FROM &&
      groups.some(({ first, last }) => first <= codePoint && codePoint <= last);
  }
  throw new Error('The font has no character map of format 12.');
}

function tableOffset(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let i = 0; i < tables; i += 1) {
    const record = 12 + i * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`The font has no table ${tag}.`);
}
