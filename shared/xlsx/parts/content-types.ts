import { DECLARATION, element, NAMESPACES } from './xml.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const PACKAGE = 'application/vnd.openxmlformats-package';

/** What each kind of part is, by where it stands. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.xml$/, `${OFFICE}.spreadsheetml.sheet.main+xml`],
  [/^xl\/worksheets\/\w+\.xml$/, `${OFFICE}.spreadsheetml.worksheet+xml`],
  [/^xl\/tables\/\w+\.xml$/, `${OFFICE}.spreadsheetml.table+xml`],
  [/^xl\/styles\.xml$/, `${OFFICE}.spreadsheetml.styles+xml`],
  [/^xl\/sharedStrings\.xml$/, `${OFFICE}.spreadsheetml.sharedStrings+xml`],
  [/^xl\/theme\/\w+\.xml$/, `${OFFICE}.theme+xml`],
  [/^docProps\/app\.xml$/, `${OFFICE}.extended-properties+xml`],
  [/^docProps\/core\.xml$/, `${PACKAGE}.core-properties+xml`],
];

/** Says of each part what it is. Source: ECMA-376, part 2, 6.2.3 (content types). */
export const contentTypesPart = (paths: readonly string[]): string =>
  DECLARATION +
  element(
    'Types',
    { xmlns: `${NAMESPACES.package}/content-types` },
    element('Default', { Extension: 'rels', ContentType: `${PACKAGE}.relationships+xml` }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ...paths.flatMap((path) =>
      TYPES.filter(([place]) => place.test(path)).map(([, ContentType]) =>
        element('Override', { PartName: `/${path}`, ContentType }),
      ),
    ),
  );
