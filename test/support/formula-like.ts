/** Texts that a spreadsheet would take for a formula, or read as one in the next cell or line, were they written as they are. */
export const FORMULA_LIKE = [
  '=1+1',
  '+9.SUM',
  '-9.SUM',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  '\u22121',
] as const;
