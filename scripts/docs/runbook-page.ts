import { readFileSync } from 'node:fs';
import { type AlarmWords, alarmWords } from '../../infra/alarms/alarm-words.ts';
import { errorImpacts } from '../../infra/error-impacts.ts';

export const RUNBOOK = 'docs/runbook.md';

const BEGIN =
  '<!-- What follows is made by `npm run docs`: change it in infra/alarms and infra/error-impacts.ts. -->';
const END = '<!-- Here it ends. -->';

/**
 * The runbook with its sections on alarms made anew, from the very words that the alarms say; the rest stays as it is
 * written.
 *
 * @throws Error where the page has lost the place of these sections
 */
export function runbookPage(): string {
  const page = readFileSync(new URL(`../../${RUNBOOK}`, import.meta.url), 'utf8');
  const [before, rest] = halves(page, BEGIN);
  const [, after] = halves(rest, END);
  const sections = [ofFunctions(), ...Object.entries(alarmWords).map(([id, words]) => ofAlarm(id, words))];
  return `${before}${BEGIN}\n\n${sections.join('\n\n')}\n\n${END}${after}`;
}

function halves(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`${RUNBOOK} has no line ${mark}`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}

function ofAlarm(id: string, { when, means, commands, then }: AlarmWords): string {
  return [`### ${id}`, `**${means}** ${when}`, shell(commands), then].join('\n\n');
}

function ofFunctions(): string {
  const rows = Object.entries(errorImpacts).map(([name, impact]) => [`\`${name}\``, impact]);
  return [
    '### A function fails',
    'The alarms `<function>-errors` (it failed, or logged that it did) and `<function>-throttles` (it was not run, since too much runs at once) of each function. What it means for people:',
    table(['function', 'its failing means'], rows),
    shell([
      'aws logs tail /janus-outcomes/$STAGE/FUNCTION --since 3h --format short --filter-pattern \'{ $.level = "ERROR" }\'',
      'aws logs tail /janus-outcomes/$STAGE/FUNCTION --since 3h --format short --filter-pattern \'{ $.requestId = "REQUEST" || $.runId = "RUN" || $.upload = "UPLOAD" }\'',
      'aws lambda get-account-settings --query AccountLimit.ConcurrentExecutions',
    ]),
    'A line of the log has the error’s name and the place in the code, never what was sent. The second command follows one request, run or upload. Where it began with a deployment, [roll it back](deployment.md#roll-back). Of throttles: the third command says how many functions the account may run at once; a new account may have ten, and has more on asking.',
  ].join('\n\n');
}

const shell = (commands: readonly string[]) => ['```sh', ...commands, '```'].join('\n');

/** A table whose columns stand below one another, as the formatter wants them. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[], fill = ' ') =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0, fill)).join(' | ')} |`;
  return [
    line(head),
    line(
      head.map(() => ''),
      '-',
    ),
    ...rows.map((row) => line(row)),
  ].join('\n');
}
