import { DECLARATION, element, NAMESPACES } from './xml.ts';

/**
 * What program it is of. LibreOffice takes the heights of rows and the results of formulas as they are in a file of
 * Excel's, and works out those of any other anew, so writers of workbooks name Excel.
 *
 * Source: ECMA-376, part 1, 22.2 (extended properties).
 */
export const appPropertiesPart = (): string =>
  DECLARATION +
  element('Properties', { xmlns: NAMESPACES.app }, element('Application', {}, 'Microsoft Excel'));
