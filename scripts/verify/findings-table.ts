import type { Finding } from './finding.ts';

const VERDICTS = { ok: 'ok', wrong: 'WRONG', unproven: 'unproven' } as const;

/** What was found as lines, one a thing, and what it comes to. */
export function findingsTable(findings: readonly Finding[]): string[] {
  const width = Math.max(...findings.map(({ what }) => what.length));
  return [
    ...findings.map(({ what, verdict, says }) =>
      `${what.padEnd(width)}  ${VERDICTS[verdict].padEnd(8)}  ${says}`.trimEnd(),
    ),
    '',
    conclusion(findings),
  ];
}

function conclusion(findings: readonly Finding[]): string {
  const wrong = findings.filter(({ verdict }) => verdict === 'wrong').length;
  if (wrong > 0) return wrong === 1 ? 'One thing is wrong.' : `${wrong} things are wrong.`;
  return findings.some(({ verdict }) => verdict === 'unproven')
    ? 'Nothing is damaged; who signed it is not proven.'
    : 'Everything is as it was signed.';
}
