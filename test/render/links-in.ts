import { SaxesParser } from 'saxes';

/** The links of a sheet's part, in their order. exceljs reads only those that lead out of a file. */
export function linksIn(sheetXml: string) {
  const links: { cell: string; location: string; tooltip: string; display: string }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes: { ref = '', location = '', tooltip = '', display = '' } }) => {
    if (name === 'hyperlink') links.push({ cell: ref, location, tooltip, display });
  });
  parser.write(sheetXml).close();
  return links;
}
