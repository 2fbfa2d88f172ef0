import { dataQuality } from './checks/data-quality.ts';
import { definitions } from './checks/definitions.ts';
import { disclosureAudit } from './checks/disclosure-audit.ts';
import { earlierMonths } from './checks/earlier-months.ts';
import { files } from './checks/files.ts';
import { rightIssue } from './checks/right-issue.ts';
import { signature } from './checks/signature.ts';
import { volumes } from './checks/volumes.ts';
import type { GateCheck } from './gate-check.ts';

/** Everything that a machine looks at before people approve a revision, in the order in which it is told. */
export const gateChecks: readonly GateCheck[] = [
  disclosureAudit,
  definitions,
  dataQuality,
  volumes,
  files,
  signature,
  rightIssue,
  earlierMonths,
];
