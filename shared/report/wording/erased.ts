import type { OutcomeDocument } from '../../outcomes/document.ts';
import { listInWords } from '../list-in-words.ts';

/** Which issue a document is; a repeat that cannot be whole must not pass for the issue itself. */
export function revisionInWords({ erased, revision }: OutcomeDocument): string {
  return erased?.since === 'as-at' ? `Repeat of revision ${revision}, not in full` : `Revision ${revision}`;
}

/**
 * What a reader must know of records that were removed: that there were some since the issue before, or what a replay
 * cannot repeat for them. Never whose or how many. Undefined where there is nothing to say.
 */
export function erasedInWords({ erased, definitions, revision }: OutcomeDocument): string | undefined {
  switch (erased?.since) {
    case undefined:
      return undefined;
    case 'previous-revision':
      return 'Since the issue before this one records were erased at the request of the people they were about, or of their provider. Figures may differ from that issue for this reason.';
    case 'as-at': {
      const titles = erased.measures.map((id) => definitions[id]?.title ?? id);
      return `This is a repeat of revision ${revision}, and not in full: since then records were erased, or removed after the time they are kept for. It cannot repeat ${listInWords(titles)}; those figures are not the ones that were issued.`;
    }
  }
}
