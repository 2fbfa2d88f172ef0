import { readFileSync } from 'node:fs';
import { type AlarmWords, alarmWords } from '../../infra/alarms/alarm-words.ts';
import { errorImpacts } from '../../infra/error-impacts.ts';
import { betweenMarks } from './between-marks.ts';
import { markdownTable } from './markdown-table.ts';

export const RUNBOOK = 'docs/runbook.md';

/**
 * The runbook with its sections on alarms made anew, from the very words that the alarms say; the rest stays as it is
 * written.
 *
 * @throws Error where the page has lost the place of these sections
 */
export function runbookPage(): string {
  const page = readFileSync(new URL(`../../${RUNBOOK}`, import.meta.url), 'utf8');
  const sections = [ofFunctions(), ...Object.entries(alarmWords).map(([id, words]) => ofAlarm(id, words))];
  return betweenMarks(page, RUNBOOK, sections.join('\n\n'));
}

function ofAlarm(id: string, { when, means, commands, then }: AlarmWords): string {
  return [`### ${id}`, `**${means}** ${when}`, shell(commands), then].join('\n\n');
}

function ofFunctions(): string {
  const rows = Object.entries(errorImpacts).map(([name, impact]) => [`\`${name}\``, impact]);
  return [
    '### A function fails',
    'The alarms `<function>-errors` (it failed, or logged that it did) and `<function>-throttles` (it was not run, since too much runs at once) of each function. What it means for people:',
    markdownTable(['function', 'its failing means'], rows),
    shell([
      'aws logs tail /janus-outcomes/$STAGE/FUNCTION --since 3h --format short --filter-pattern \'{ $.level = "ERROR" }\'',
      'aws logs tail /janus-outcomes/$STAGE/FUNCTION --since 3h --format short --filter-pattern \'{ $.requestId = "REQUEST" || $.runId = "RUN" || $.upload = "UPLOAD" }\'',
      'aws lambda get-account-settings --query AccountLimit.ConcurrentExecutions',
    ]),
    'A line of the log has the error’s name and the place in the code, never what was sent. The second command follows one request, run or upload. Where it began with a deployment, [roll it back](deployment.md#roll-back). Of throttles: the third command says how many functions the account may run at once; a new account may have ten, and has more on asking.',
  ].join('\n\n');
}

const shell = (commands: readonly string[]) => ['```sh', ...commands, '```'].join('\n');
