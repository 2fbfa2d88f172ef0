import { type Alignment, type Border, type Font, NORMAL, type Style } from '../style.ts';
import { numbered } from './numbered.ts';
import { DECLARATION, element, listed, NAMESPACES } from './xml.ts';

/** The styles of a workbook's cells, each once; cells have their numbers, of which 0 is no style. */
export type Styles = { readonly numberOf: (style: Style | undefined) => number; readonly part: () => string };

/** Formats that are numbered by the standard: ECMA-376, part 1, 18.8.30 (numFmt). */
const BUILT_IN: ReadonlyMap<string, number> = new Map([
  ['General', 0],
  ['0', 1],
  ['0.00', 2],
  ['#,##0', 3],
  ['#,##0.00', 4],
  ['@', 49],
]);
/** Numbers below are the standard's. */
const FIRST_OWN = 164;

/** What a part of styles has to have, though no cell of ours asks for it: ECMA-376, part 1, 18.8.39 (styleSheet). */
const FILLS = ['none', 'gray125'].map((patternType) =>
  element('fill', {}, element('patternFill', { patternType })),
);
const PLAIN = { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 };
const NAMED = element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 });
const TABLE_STYLES = {
  count: 0,
  defaultTableStyle: 'TableStyleMedium2',
  defaultPivotStyle: 'PivotStyleLight16',
};

/** A style is looked up by identity before it is compared: cells that look alike should share one. */
export function styles(): Styles {
  const known = new Map<Style, number>();
  const formats = numbered();
  const fonts = numbered(normalFont());
  const borders = numbered(borderXml({}));
  const cells = numbered(element('xf', { ...PLAIN, xfId: 0 }));

  const formatId = (format: string): number => BUILT_IN.get(format) ?? FIRST_OWN + formats.numberOf(format);

  /** ECMA-376, part 1, 18.8.45 (xf). */
  function cellXml({ font, border, alignment, format }: Style): string {
    return element(
      'xf',
      {
        numFmtId: format === undefined ? 0 : formatId(format),
        fontId: font === undefined ? 0 : fonts.numberOf(fontXml(font)),
        fillId: 0,
        borderId: border === undefined ? 0 : borders.numberOf(borderXml(border)),
        xfId: 0,
        applyNumberFormat: flag(format),
        applyFont: flag(font),
        applyBorder: flag(border),
        applyAlignment: flag(alignment),
      },
      ...(alignment === undefined ? [] : [alignmentXml(alignment)]),
    );
  }

  return {
    numberOf: (style) => {
      if (style === undefined) return 0;
      const found = known.get(style);
      if (found !== undefined) return found;
      const number = cells.numberOf(cellXml(style));
      known.set(style, number);
      return number;
    },
    part: () => {
      const own = formats
        .all()
        .map((formatCode, i) => element('numFmt', { numFmtId: FIRST_OWN + i, formatCode }));
      return (
        DECLARATION +
        element(
          'styleSheet',
          { xmlns: NAMESPACES.main },
          listed('numFmts', { count: own.length }, own),
          list('fonts', fonts.all()),
          list('fills', FILLS),
          list('borders', borders.all()),
          list('cellStyleXfs', [element('xf', PLAIN)]),
          list('cellXfs', cells.all()),
          list('cellStyles', [NAMED]),
          list('dxfs', []),
          element('tableStyles', TABLE_STYLES),
        )
      );
    },
  };
}

const flag = (said: unknown) => (said === undefined ? undefined : 1);

const list = (name: string, items: readonly string[]) =>
  element(name, { count: items.length }, items.join(''));

/** Its letters and colour are the theme's: ECMA-376, part 1, 18.8.22 (font). */
function normalFont(): string {
  return element(
    'font',
    {},
    element('sz', { val: NORMAL.size }),
    element('color', { theme: 1 }),
    element('name', { val: NORMAL.name }),
    element('family', { val: 2 }),
    element('scheme', { val: 'minor' }),
  );
}

const fontXml = ({ name, size, bold = false, underline = false, colour }: Font): string =>
  element(
    'font',
    {},
    bold ? '<b/>' : '',
    underline ? '<u/>' : '',
    element('sz', { val: size }),
    colour === undefined ? '' : element('color', { rgb: colour }),
    element('name', { val: name }),
  );

/** ECMA-376, part 1, 18.8.4 (border). */
const borderXml = ({ top, bottom }: Border): string =>
  element(
    'border',
    {},
    '<left/><right/>',
    element('top', { style: top }),
    element('bottom', { style: bottom }),
    '<diagonal/>',
  );

/** ECMA-376, part 1, 18.8.1 (alignment). */
const alignmentXml = ({ horizontal, vertical, wrap, indent }: Alignment): string =>
  element('alignment', { horizontal, vertical, wrapText: wrap === true ? 1 : undefined, indent });
