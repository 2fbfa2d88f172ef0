import { DECLARATION, element, NAMESPACES } from './xml.ts';

/** The colours that the styles of tables are of: those of Office since 2007, whatever a reader's own are. */
const COLOURS = {
  dk1: '000000',
  lt1: 'FFFFFF',
  dk2: '1F497D',
  lt2: 'EEECE1',
  accent1: '4F81BD',
  accent2: 'C0504D',
  accent3: '9BBB59',
  accent4: '8064A2',
  accent5: '4BACC6',
  accent6: 'F79646',
  hlink: '0000FF',
  folHlink: '800080',
};
const FONTS = { majorFont: 'Cambria', minorFont: 'Calibri' };

const OF_THE_PLACE = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const three = (name: string, one: string) => element(`a:${name}`, {}, one, one, one);

/** The theme, with no more than it has to have: ECMA-376, part 1, 20.1.6.9 (theme). */
export const themePart = (): string =>
  DECLARATION +
  element(
    'a:theme',
    { 'xmlns:a': NAMESPACES.drawing, name: 'Office' },
    element(
      'a:themeElements',
      {},
      element(
        'a:clrScheme',
        { name: 'Office' },
        ...Object.entries(COLOURS).map(([name, val]) =>
          element(`a:${name}`, {}, element('a:srgbClr', { val })),
        ),
      ),
      element(
        'a:fontScheme',
        { name: 'Office' },
        ...Object.entries(FONTS).map(([name, typeface]) =>
          element(
            `a:${name}`,
            {},
            element('a:latin', { typeface }),
            element('a:ea', { typeface: '' }),
            element('a:cs', { typeface: '' }),
          ),
        ),
      ),
      element(
        'a:fmtScheme',
        { name: 'Office' },
        three('fillStyleLst', OF_THE_PLACE),
        three('lnStyleLst', element('a:ln', {}, OF_THE_PLACE)),
        three('effectStyleLst', '<a:effectStyle><a:effectLst/></a:effectStyle>'),
        three('bgFillStyleLst', OF_THE_PLACE),
      ),
    ),
  );
