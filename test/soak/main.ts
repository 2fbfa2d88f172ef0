import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { whatDidNotComeAbout } from './absent.ts';
import { reportOf } from './report.ts';
import { soak } from './soak.ts';

const USAGE = 'npm run soak -- [--minutes 10] [--seed 1] [--requests 60000]; ten minutes at most';
const MOST_MINUTES = 10;
/** Checking takes as long on a slow machine, or this part of the time where that is more; the rest is for traffic. */
const CHECKING = { seconds: 90, part: 0.3 } as const;
/** So many records can be read back in a second of that, also where the machine is busy. */
const READ_BACK_A_SECOND = 8;
/** A run of so many minutes has to have met everything that it is there to meet. */
const LONG_MINUTES = 10;

/**
 * `npm run soak`: mixed traffic against a local process that is killed again and again; exits 1 where anything
 * differs, or where a long one did not meet what it is there to meet. Not in the mix: finance, receipts, statements'
 * figures, reports to referrers, and erasures that are lifted.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    requests: { type: 'string', default: '60000' },
  },
});
const [minutes, seed, mostRequests] = [values.minutes, values.seed, values.requests].map(Number) as [
  number,
  number,
  number,
];
if (!(minutes > 0 && minutes <= MOST_MINUTES) || !Number.isInteger(seed) || !(mostRequests > 0)) {
  console.error(USAGE);
  process.exit(2);
}
const hardLimit = setTimeout(() => {
  console.error(`Not done after ${minutes} minutes; that is a failure, too.`);
  process.exit(1);
}, minutes * 60_000);
const checking = Math.max(CHECKING.seconds, minutes * 60 * CHECKING.part);
const seconds = Math.max(20, Math.round(minutes * 60 - checking));
const bar = new SingleBar(
  {
    format: 'soaking {bar} {value}/{total} s · {requests} requests · {kills} kills · {inDoubt} in doubt',
    noTTYOutput: true,
    notTTYSchedule: 30_000,
  },
  Presets.shades_classic,
);
bar.start(seconds, 0, { requests: 0, kills: 0, inDoubt: 0 });
const report = await soak({
  ...{ seed, seconds, mostRequests, betweenKills: [4, 20] },
  mostRecords: Math.round(checking * READ_BACK_A_SECOND),
  onProgress: (done, { requests, kills, inDoubt }) =>
    bar.update(Math.min(seconds, Math.round(done)), { requests, kills, inDoubt }),
  onTrafficEnd: () => {
    bar.stop();
    console.log('Everything is read back …');
  },
});
clearTimeout(hardLimit);
console.log(reportOf(seed, report));
const isPoor = minutes >= LONG_MINUTES && whatDidNotComeAbout(report).length > 0;
process.exitCode = report.differences.length === 0 && !isPoor ? 0 : 1;
