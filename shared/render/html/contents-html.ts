import type { Section } from '../../report/blocks.ts';
import { escaped } from '../escaped.ts';
import { sectionId } from './ids.ts';

/** The parts of the page, as links. */
export const contentsHtml = (sections: readonly Section[]): string => `<nav aria-labelledby="contents">
<h2 id="contents">Contents</h2>
<ul>
${sections.map(({ id, title }) => `<li><a href="#${sectionId(id)}">${escaped(title)}</a></li>`).join('\n')}
</ul>
</nav>`;
