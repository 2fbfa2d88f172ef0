import { figuresIn } from '../../../outcomes/change/figures-in.ts';
import { ENOUGH } from '../../../outcomes/disclosure/audit/few.ts';
import { placeKey } from '../../../outcomes/disclosure/pack/place.ts';
import type { OutcomeDocument } from '../../../outcomes/document.ts';
import type { DisclosureReport } from '../disclosure-report.ts';
import { failed, type GateCheck, passed } from '../gate-check.ts';
import { tellsUnit } from '../tells-unit.ts';

/**
 * Nothing is told that is to be withheld: the report that was kept when the revision was made found every small number
 * safe, and of all that it says is withheld, figure by figure, the document that was published tells nothing.
 */
export const disclosureAudit: GateCheck = {
  id: 'disclosure-audit',
  check: ({ document, disclosure }) => {
    if (document === undefined || disclosure === undefined)
      return failed(
        'What is withheld cannot be checked: the outcome document or the report of what was withheld is missing. Run the month again.',
      );
    const { units, audited } = disclosure;
    const unsafe = audited.filter(({ width, safe }) => !safe || (width !== null && width < ENOUGH)).length;
    if (unsafe > 0)
      return failed(
        `Numbers of few people could be worked out from what is shown (${unsafe} of ${audited.length}). Do not release it; tell whoever maintains the system.`,
      );
    const told = toldOf(document, disclosure);
    if (told.length > 0)
      return failed(
        `Something is shown that was to be withheld (${told.length} in all, the first under ${told[0] ?? ''}). Do not release it; tell whoever maintains the system.`,
      );
    return passed(
      `Nothing that was to be withheld is shown (${units.length} withheld), and no small number can be worked out (${audited.length} looked at).`,
    );
  },
};

/** The measures under which something is told that is to be withheld, one for each thing. */
function toldOf(document: OutcomeDocument, { units }: DisclosureReport): string[] {
  const shown = new Map(figuresIn(document).map(({ place, figure }) => [placeKey(place), figure]));
  return units.flatMap(({ place, unit }) => {
    const figure = shown.get(placeKey(place));
    return figure !== undefined && tellsUnit(figure, unit) ? [place.measure] : [];
  });
}
