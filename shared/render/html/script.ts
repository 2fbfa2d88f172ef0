/**
 * What the page does beyond standing there, in the browser's own words: heads of tables become buttons that put the
 * rows of each group in order, up, down, and as they were; and what need not be moved sideways is no stop of the
 * keyboard. Without it nothing is missing but that. A string in the code and not a file, so that a bundled function
 * carries it, and its bytes are those that the policy of the page names.
 */
export const SCRIPT = `
'use strict';
const words = new Intl.Collator('en-GB', { numeric: true });
const keyOf = (row, column, numeric) => {
  const { textContent: text, dataset } = row.cells[column];
  if (!numeric) return dataset.key || text;
  const found = text.replace(/,/g, '').match(/(\\u2212?)[^\\d]*?(\\d+(?:\\.\\d+)?)/);
  return found ? (found[1] ? -1 : 1) * found[2] : NaN;
};
const compare = (a, b, numeric, sign) => {
  if (!numeric) return sign * words.compare(a, b);
  return Number.isNaN(a) - Number.isNaN(b) || sign * (a - b) || 0;
};
for (const table of document.querySelectorAll('table[data-sort]')) {
  const heads = [...table.tHead.rows[0].cells];
  const bodies = [...table.querySelectorAll('tbody:not(.sum)')];
  const issued = bodies.map((body) => [...body.querySelectorAll('tr:not(.group)')]);
  heads.forEach((head, column) => {
    const numeric = head.classList.contains('n');
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const next = { ascending: 'descending', descending: null }[head.ariaSort];
      const order = next === undefined ? 'ascending' : next;
      for (const other of heads) other.removeAttribute('aria-sort');
      if (order) head.setAttribute('aria-sort', order);
      bodies.forEach((body, i) => {
        const rows = issued[i].map((row) => ({ row, key: keyOf(row, column, numeric) }));
        const sign = order === 'descending' ? -1 : 1;
        if (order) rows.sort((a, b) => compare(a.key, b.key, numeric, sign));
        body.append(...rows.map(({ row }) => row));
      });
    });
  });
}
for (const frame of document.querySelectorAll('.scroll')) {
  const given = [...frame.attributes].filter(({ name }) => name !== 'class').map(({ name, value }) => [name, value]);
  const fit = () => {
    const wide = frame.scrollWidth > frame.clientWidth;
    for (const [name, value] of given) wide ? frame.setAttribute(name, value) : frame.removeAttribute(name);
  };
  new ResizeObserver(fit).observe(frame);
}
`;
