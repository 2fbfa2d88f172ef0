import { dateInWords } from '../../words/instant-in-words.ts';
import type { Revision } from './revision.ts';

/** What those who approved a revision say to whoever reads it. */
export function Commentaries({ revision }: { readonly revision: Pick<Revision, 'approvals'> }) {
  const said = revision.approvals.filter(({ commentary }) => commentary !== undefined);
  if (said.length === 0) return null;
  return (
    <section aria-label="Commentary">
      <h2>Commentary</h2>
      {said.map(({ at, commentary }) => (
        <figure class="said" key={at}>
          <blockquote class="note">{commentary}</blockquote>
          <figcaption class="small">An approver, {dateInWords(at)}</figcaption>
        </figure>
      ))}
    </section>
  );
}
