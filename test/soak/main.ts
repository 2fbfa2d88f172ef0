import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { reportOf } from './report.ts';
import { soak } from './soak.ts';

const USAGE = 'npm run soak -- [--minutes 10] [--seed 1] [--requests 60000]; ten minutes at most';
const MOST_MINUTES = 10;
/** Of the time that is given, so much is for traffic; checking takes the rest. */
const OF_TRAFFIC = 0.7;

/** `npm run soak`: mixed traffic against a local process that is killed again and again; exits 1 where anything differs. */
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
const seconds = Math.round(minutes * 60 * OF_TRAFFIC);
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
  onProgress: (done, { requests, kills, inDoubt }) =>
    bar.update(Math.min(seconds, Math.round(done)), { requests, kills, inDoubt }),
  onTrafficEnd: () => {
    bar.stop();
    console.log('Everything is read back …');
  },
});
clearTimeout(hardLimit);
console.log(reportOf(seed, report));
process.exitCode = report.differences.length === 0 ? 0 : 1;
