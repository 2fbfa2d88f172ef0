import type { Icon } from '../../report/blocks.ts';
import { iconInWords } from '../../report/wording/icons.ts';
import { ICON_SIZE, iconSvg } from '../icon-svg.ts';
import { svgDocument } from './svg-document.ts';

/** Signs as the template reads them: each a drawing, and its words. */
export const iconsData = (icons: readonly Icon[] = []) =>
  icons.map((icon) => ({ svg: signSvg(icon), words: iconInWords(icon) }));

/** A sign as an SVG document. */
export const signSvg = (icon: Icon): string => svgDocument(ICON_SIZE, ICON_SIZE, iconSvg(icon));
