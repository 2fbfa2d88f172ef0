/** What each file of a pack is for, in the order in which most people want them. */
export const packFiles: readonly (readonly [name: string, what: string])[] = [
  ['pack.pdf', 'The pack as a document, to print and to send with papers (PDF)'],
  ['pack.xlsx', 'Its tables and charts as a workbook (Excel)'],
  ['pack.html', 'The pack as a page, to open in a browser'],
  ['outcomes.csv', 'Every figure, one a row (CSV)'],
  ['outcomes.csv-metadata.json', 'What each column of that file holds'],
  ['outcomes.json', 'Every figure, for programs (JSON)'],
  ['manifest.json', 'The fingerprint of each file, to check that nothing was changed'],
  ['manifest.sig', 'The signature of the fingerprints'],
  ['signing-key.pem', 'The public key of the signature'],
];
