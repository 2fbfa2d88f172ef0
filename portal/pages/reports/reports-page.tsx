import { useState } from 'preact/hooks';
import type { DueReports } from '../../../examples/typescript/janus-client.ts';
import { useSession } from '../../interface/session.ts';
import { saveFile } from '../../interface/save-file.ts';
import { useAsked } from '../../interface/use-asked.ts';
import { useDoing } from '../../interface/use-doing.ts';
import { Action } from '../../parts/action.tsx';
import { Answered } from '../../parts/answered.tsx';
import { Done } from '../../parts/done.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Table } from '../../parts/table.tsx';
import { codeInWords } from '../../words/code-in-words.ts';
import { dateInWords } from '../../words/instant-in-words.ts';
import type { Page } from '../page.ts';

export const reportsPage: Page = {
  path: 'reports',
  name: 'Reports due',
  scopes: ['reports/read'],
  parties: ['referrer', 'provider'],
  View: ReportsView,
};

type DueReport = DueReports['reports'][number];

const OCCASIONS: Readonly<Record<string, string>> = { review: 'A review', exit: 'The end of the placement' };

/** The reports that are due on people whom a referrer sent, and the report itself. */
function ReportsView() {
  const { api, fetchFile } = useSession();
  const doing = useDoing();
  const [asked, again] = useAsked(() => api.listDueReports(), []);
  const [done, setDone] = useState<string>();
  const make = async ({ provider, personRef, placement }: DueReport) => {
    const query = new URLSearchParams({ provider, placement }).toString();
    const file = await fetchFile(`/v1/people/${encodeURIComponent(personRef)}/report?${query}`);
    saveFile(file, `report-${provider}-${placement}.pdf`);
    setDone(`The report on placement ${placement} was made and saved. It is kept nowhere else.`);
    again();
  };
  return (
    <>
      <PageHead title="Reports due" />
      <p>
        After a review and at the end of a placement a written report is due, where it is agreed or ordered.
        It is made as you ask for it, and that you asked is kept in the audit.
      </p>
      <Done what={done} />
      <ErrorSummary message={doing.refused} />
      <Answered asked={asked}>
        {({ reports }) => (
          <Table
            caption="Not made yet, the most urgent first"
            rows={reports}
            keyOf={({ placement, on, occasion }) => `${placement} ${on} ${occasion}`}
            empty="No report is due."
            columns={[
              { head: 'Person', cell: ({ personRef }) => <code>{personRef}</code> },
              { head: 'Provider', cell: ({ provider }) => codeInWords(provider) },
              { head: 'Placement', cell: ({ placement }) => <code>{placement}</code> },
              {
                head: 'After',
                cell: ({ occasion, on }) => `${OCCASIONS[occasion] ?? occasion}, ${dateInWords(on)}`,
              },
              { head: 'Due by', cell: ({ dueBy }) => dateInWords(dueBy) },
              {
                head: 'Report',
                cell: (report) => (
                  <Action
                    kind="link"
                    doing={doing}
                    act={() => make(report)}
                    of={`on placement ${report.placement}`}
                  >
                    Make the report (PDF)
                  </Action>
                ),
              },
            ]}
          />
        )}
      </Answered>
    </>
  );
}
