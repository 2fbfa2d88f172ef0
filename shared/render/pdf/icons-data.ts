import type { Icon } from '../../report/blocks.ts';
import { iconInWords } from '../../report/wording/icons.ts';
import { ICON_SIZE, iconSvg } from '../icon-svg.ts';

/** Signs as the template reads them: each a drawing, and its words. */
export const iconsData = (icons: readonly Icon[] = []) =>
  icons.map((icon) => ({ svg: signSvg(icon), words: iconInWords(icon) }));

/** A sign as an SVG document. */
export const signSvg = (icon: Icon): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${ICON_SIZE}" height="${ICON_SIZE}" viewBox="0 0 ${ICON_SIZE} ${ICON_SIZE}" font-family="Source Sans 3">${iconSvg(icon)}</svg>`;
