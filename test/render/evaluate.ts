import type ExcelJS from 'exceljs';

/**
 * What a formula of a workbook comes to: sums, differences, products and quotients of cells, SUM, SUMIF on a text and ROUND. Cells with
 * formulas are computed too, whatever result is kept beside them.
 */
export function evaluate(workbook: ExcelJS.Workbook, sheet: string, formula: string): number {
  const tokens = formula.match(
    /[A-Za-z_]\w*![A-Z]+\d+(?::[A-Z]+\d+)?|[A-Z]+\d+(?::[A-Z]+\d+)?|[A-Z]+(?=\()|\d+(?:\.\d+)?|"[^"]*"|[-+*/(),]/g,
  );
  if (tokens === null || tokens.join('') !== formula) throw new Error(`not understood: ${formula}`);
  let at = 0;
  const take = (wanted?: string) => {
    const token = tokens[at++] ?? '';
    if (wanted !== undefined && token !== wanted) throw new Error(`${wanted} expected in ${formula}`);
    return token;
  };
  const sum = (): number => {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '-') value += take() === '+' ? product() : -product();
    return value;
  };
  const product = (): number => {
    let value = factor();
    while (tokens[at] === '*' || tokens[at] === '/')
      value = take() === '*' ? value * factor() : value / factor();
    return value;
  };
  const factor = (): number => {
    const token = take();
    if (token === 'SUM') {
      take('(');
      const total = cells(take()).reduce((all, value) => all + value, 0);
      take(')');
      return total;
    }
    if (token === 'SUMIF') {
      take('(');
      const texts = valuesOf(take());
      take(',');
      const wanted = take().slice(1, -1);
      take(',');
      const total = cells(take()).reduce((all, value, i) => (texts[i] === wanted ? all + value : all), 0);
      take(')');
      return total;
    }
    if (token === 'ROUND') {
      take('(');
      const value = sum();
      take(',');
      const places = Number(take());
      take(')');
      return rounded(value, places);
    }
    return /^\d/.test(token) ? Number(token) : (cells(token)[0] ?? 0);
  };
  const cells = (reference: string): number[] =>
    valuesOf(reference).map((value) => {
      if (typeof value === 'number') return value;
      throw new Error(`no number in ${reference}`);
    });
  const valuesOf = (reference: string): unknown[] => {
    const [range = '', of = sheet] = reference.split('!').reverse();
    const [from = '', to = from] = range.split(':');
    const column = from.replace(/\d/g, '');
    const rows = [from, to].map((cell) => Number(cell.replace(/\D/g, '')));
    return Array.from({ length: rows[1]! - rows[0]! + 1 }, (_, i) => {
      const { value } = workbook.getWorksheet(of)!.getCell(`${column}${rows[0]! + i}`);
      if (typeof value === 'object' && value !== null && 'formula' in value)
        return evaluate(workbook, of, value.formula);
      return value;
    });
  };
  const value = sum();
  if (at !== tokens.length) throw new Error(`not understood to its end: ${formula}`);
  return value;
}

/** Half away from zero on fifteen digits, as spreadsheets round. */
function rounded(value: number, places: number): number {
  const shifted = Number((Math.abs(value) * 10 ** places).toPrecision(15));
  return Math.sign(value) * (Math.round(shifted) / 10 ** places) + 0;
}
