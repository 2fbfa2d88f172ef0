import type { Icon } from '../../report/blocks.ts';
import { iconInWords } from '../../report/wording/icons.ts';
import { escaped } from '../escaped.ts';
import { ICON_SIZE, iconSvg } from '../icon-svg.ts';

/** Signs, each with its words beside it; the drawing itself says nothing more. */
export const iconsHtml = (icons: readonly Icon[] = []): string =>
  icons.length
    ? `<span class="icons">${icons
        .map((icon) => `<span class="icon">${iconHtml(icon)} ${escaped(iconInWords(icon))}</span>`)
        .join(' ')}</span>`
    : '';

/** The drawing alone, for where its words stand beside it already. */
export const iconHtml = (icon: Icon): string =>
  `<svg class="sign" viewBox="0 0 ${ICON_SIZE} ${ICON_SIZE}" aria-hidden="true" focusable="false">${iconSvg(icon)}</svg>`;
