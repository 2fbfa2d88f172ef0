import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Scale } from 'chart.js';
import type { ControlFunnelSpec } from '../../report/blocks.ts';
import { type Box, labelPlace, touch } from './label-place.ts';
import { INK, SOFT_INK } from './palette.ts';
import { PLACES } from './place-looks.ts';
import { LABEL_FONT } from './plot.ts';

const HALF_LINE = 9;
/** How far above or below its point a label may stand, the nearest first. */
const AWAY = [20, 34, 48, 62, 76, 90];
/** A label further from its point is joined to it. */
const FAR = 24;
/** Of more providers only those beyond the limits are named, nor one for which there is no room; the table has them all. */
const MOST_LABELS = 10;
const LONGEST = 30;

const shortened = (name: string): string =>
  name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name;

/** Providers' names beside their points, where they touch no other and no line as far as there is room. */
export function nameProviders(context: SKRSContext2D, spec: ControlFunnelSpec, x: Scale, y: Scale): void {
  const at = (denominator: number, share: number) => ({
    x: x.getPixelForValue(denominator),
    y: y.getPixelForValue(share),
  });
  const taken: Box[] = [
    ...spec.providers.map(({ denominator, value }) => around(at(denominator, value), 8)),
    ...spec.limits.flatMap(({ denominator, ...limits }) =>
      [spec.centre, ...Object.values(limits)].map((share) => around(at(denominator, share), 3)),
    ),
  ];
  context.font = LABEL_FONT;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const { label, position, denominator, value } of spec.providers) {
    if (position === 'within' && spec.providers.length > MOST_LABELS) continue;
    const point = at(denominator, value);
    const words = shortened(label) + PLACES[position].words;
    const { width } = context.measureText(words);
    const place = (left: number, middle: number) => ({
      left,
      right: left + width,
      top: middle - HALF_LINE,
      bottom: middle + HALF_LINE,
      y: middle,
    });
    const over = Math.max(x.left + 2, Math.min(point.x - width / 2, x.right - width));
    const aside = point.x + 12 + width < x.right ? point.x + 12 : point.x - 12 - width;
    const outwards = value < spec.centre ? 1 : -1;
    const places = AWAY.flatMap((away) => [point.y + outwards * away, point.y - outwards * away])
      .map((middle) => place(over, middle))
      .filter(({ top, bottom }) => top >= y.top - HALF_LINE && bottom <= y.bottom);
    const chosen = labelPlace([place(aside, point.y), ...places], taken);
    if (position === 'within' && taken.some((box) => touch(box, chosen))) continue;
    context.fillStyle = INK;
    context.fillText(words, chosen.left, chosen.y);
    if (Math.abs(chosen.y - point.y) > FAR) leader(context, point, chosen);
    taken.push(chosen);
  }
}

/** A thin line from a point to its label, where that could be another's. */
function leader(context: SKRSContext2D, from: { x: number; y: number }, label: Box): void {
  const below = label.top > from.y;
  context.strokeStyle = SOFT_INK;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(from.x, from.y + (below ? 9 : -9));
  context.lineTo(Math.min(Math.max(from.x, label.left), label.right), below ? label.top : label.bottom);
  context.stroke();
}

const around = ({ x, y }: { x: number; y: number }, half: number): Box => ({
  left: x - half,
  right: x + half,
  top: y - half,
  bottom: y + half,
});
