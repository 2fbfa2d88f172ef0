import { numbered } from './numbered.ts';
import { DECLARATION, element, inText, NAMESPACES } from './xml.ts';

/** The texts of a workbook's cells, each once; cells have their numbers. */
export type SharedStrings = { readonly numberOf: (text: string) => number; readonly part: () => string };

/** Source: ECMA-376, part 1, 18.4.9 (sst). */
export function sharedStrings(): SharedStrings {
  const texts = numbered();
  let count = 0;
  return {
    numberOf: (text) => {
      count += 1;
      return texts.numberOf(text);
    },
    part: () => {
      const items = texts.all().map(item);
      const attributes = { xmlns: NAMESPACES.main, count, uniqueCount: items.length };
      return DECLARATION + element('sst', attributes, items.join(''));
    },
  };
}

/** Blanks at an end, and breaks of lines, are kept only where that is asked for: XML 1.0, 2.10. */
const item = (text: string): string =>
  `<si><t${/^\s|\n|\s$/.test(text) ? ' xml:space="preserve"' : ''}>${inText(text)}</t></si>`;
