/**
 * SVG in fewer letters: the canvas writes a circle as a hundred and more curves, and every place to a millionth of a
 * pixel. Circles become circles, and places are rounded to a hundredth.
 */
export const compactShapes = (svg: string): string =>
  svg
    .replace(/<path([^>]*?) d="(M[^"]*)"\/>/g, (_, looks: string, outline: string) => {
      const circle = circleOf(outline);
      return circle === undefined
        ? `<path${looks} d="${rounded(outline)}"/>`
        : `<circle${looks} cx="${rounded(`${circle.x}`)}" cy="${rounded(`${circle.y}`)}" r="${rounded(`${circle.r}`)}"/>`;
    })
    .replace(/>\s+</g, '><')
    .replace(/ stroke-miterlimit="10"/g, '')
    .trim();

const rounded = (outline: string): string =>
  outline.replace(/-?\d+\.\d+/g, (number) => `${Math.round(Number(number) * 100) / 100}`);

/** Fewer curves would be a rounded corner or an arrow. */
const FEWEST_CURVES = 32;
/** How far from the same distance to the centre, in pixels. */
const TOLERANCE = 0.1;

/** The circle that an outline of curves alone goes round, if it is one. */
function circleOf(outline: string): { x: number; y: number; r: number } | undefined {
  if (!/^M[\d. -]+(?:Q[\d. -]+)+Z$/.test(outline)) return undefined;
  const ends = outline
    .slice(1, -1)
    .split('Q')
    .map((curve) => curve.trim().split(/\s+/).map(Number).slice(-2));
  if (ends.length < FEWEST_CURVES) return undefined;
  const [left, right] = extent(ends.map(([x = 0]) => x));
  const [top, bottom] = extent(ends.map(([, y = 0]) => y));
  const [x, y, r] = [(left + right) / 2, (top + bottom) / 2, (right - left) / 2];
  const round = ends.every(([px = 0, py = 0]) => Math.abs(Math.hypot(px - x, py - y) - r) <= TOLERANCE);
  return round ? { x, y, r } : undefined;
}

const extent = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];
