import { useSession } from '../../interface/session.ts';
import { useAsked } from '../../interface/use-asked.ts';
import { Answered } from '../../parts/answered.tsx';
import { Back } from '../../parts/back.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { codeInWords } from '../../words/code-in-words.ts';
import { monthInWords } from '../../words/month-in-words.ts';
import { Openings } from './openings.tsx';
import { PackFiles } from './pack-files.tsx';
import { ReadPack } from './read-pack.tsx';
import { RevisionFacts } from './revision-facts.tsx';
import { Revisions } from './revisions.tsx';

type PackViewProps = {
  readonly commissioner: string;
  readonly month: string;
  /** The newest one without it. */
  readonly revision: string | undefined;
};

/** One pack: what it is, what its approvers say, to read here or to save; its revisions, and who got it. */
export function PackView({ commissioner, month, revision: wanted }: PackViewProps) {
  const { api, me } = useSession();
  const [asked] = useAsked(() => api.getPack({ path: { commissioner, month } }), [commissioner, month]);
  return (
    <>
      <Back to="packs">All packs</Back>
      <PageHead title={monthInWords(month)} caption={`Outcome pack of ${codeInWords(commissioner)}`} />
      <Answered asked={asked}>
        {({ revisions }) => {
          const revision =
            wanted === undefined
              ? revisions.at(-1)
              : revisions.find((one) => String(one.revision) === wanted);
          if (revision === undefined) return <p>There is no revision {wanted} of this pack.</p>;
          return (
            <>
              <RevisionFacts at={{ commissioner, month }} revision={revision} />
              <ReadPack key={revision.revision} at={{ commissioner, month }} revision={revision.revision} />
              <PackFiles at={{ commissioner, month }} revision={revision} />
              <Revisions at={{ commissioner, month }} revisions={revisions} shown={revision.revision} />
              {me.scopes.includes('packs/read') && <Openings at={{ commissioner, month }} />}
            </>
          );
        }}
      </Answered>
    </>
  );
}
