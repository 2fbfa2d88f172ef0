import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aalenJohansen } from '../../shared/statistics/aalen-johansen.ts';
import { exactPoissonInterval } from '../../shared/statistics/exact-poisson-interval.ts';
import { incidenceAt } from '../../shared/statistics/incidence-at.ts';
import { kaplanMeier } from '../../shared/statistics/kaplan-meier.ts';
import { logRank } from '../../shared/statistics/log-rank.ts';
import { meanInterval } from '../../shared/statistics/mean-interval.ts';
import { survivalAt } from '../../shared/statistics/survival-at.ts';
import { survivalMedian } from '../../shared/statistics/survival-median.ts';
import { wilsonInterval } from '../../shared/statistics/wilson-interval.ts';

const COHORTS = 200;
const DAYS = [1, 7, 14, 28, 42, 60];
const CAUSES = 3;
/** R's status for "the package is not installed". */
const NO_PACKAGE = 77;

type Person = { readonly time: number; readonly cause: number; readonly group: number };

/** By name; undefined where R answers NA and this code gives none. */
type Figures = ReadonlyMap<string, number | undefined>;

const R = `
if (!requireNamespace("survival", quietly = TRUE)) quit(status = ${NO_PACKAGE})
suppressPackageStartupMessages(library(survival))
people <- read.csv(commandArgs(TRUE)[1])
days <- c(${DAYS.join(', ')})
print_all <- function(cohort, names, values) {
  cat(sprintf("%d,%s,%.17g\\n", cohort, names, as.numeric(values)), sep = "")
}
limits <- function(cohort, name, interval) print_all(cohort, paste(name, c("lower", "upper")), interval)
for (cohort in unique(people$cohort)) {
  one <- people[people$cohort == cohort, ]
  within <- days[days <= max(one$time)]
  one$event <- one$cause > 0
  say <- function(names, values) print_all(cohort, names, values)

  km <- survfit(Surv(time, event) ~ 1, data = one, conf.type = "log-log")
  at <- summary(km, times = within)
  say(paste("survival", within), at$surv)
  # summary() answers 1 to 1 before the first time; survfit itself, as here, has no limits while all survive.
  say(paste("survival lower", within), ifelse(at$surv == 1, NA, at$lower))
  say(paste("survival upper", within), ifelse(at$surv == 1, NA, at$upper))
  say(paste("remaining", within), sapply(within, function(day) sum(one$time > day)))
  last <- sapply(within, function(day) sum(km$time <= day))
  after <- c(nrow(one), km$n.risk - km$n.event - km$n.censor)
  say(paste("remaining by table", within), after[last + 1])
  median <- summary(km)$table[c("median", "0.95LCL", "0.95UCL")]
  say(c("median", "median lower", "median upper"), median)

  causes <- sort(unique(one$cause[one$event]))
  if (length(causes) > 0) {
    aj <- survfit(Surv(time, factor(cause, levels = c(0, causes))) ~ 1, data = one)
    at <- summary(aj, times = within)
    for (k in seq_along(causes)) {
      say(paste("incidence", causes[k], within), at$pstate[, k + 1])
      say(paste("incidence se", causes[k], within), at$std.err[, k + 1])
    }
    say(paste("free", within), at$pstate[, 1])
  }

  test <- try(survdiff(Surv(time, event) ~ group, data = one), silent = TRUE)
  compared <- !inherits(test, "try-error") && length(test$n) == 2 && all(test$exp > 0) && test$var[1, 1] > 1e-12
  say(c("chi-square", "p"), if (compared) c(test$chisq, pchisq(test$chisq, 1, lower.tail = FALSE)) else c(NA, NA))

  limits(cohort, "wilson", prop.test(sum(one$event), nrow(one), correct = FALSE)$conf.int)
  limits(cohort, "poisson", poisson.test(sum(one$event))$conf.int)
  limits(cohort, "mean", if (length(unique(one$time)) > 1) t.test(one$time)$conf.int else c(NA, NA))
}
`;

const cohorts = Array.from({ length: COHORTS }, (_, index) => cohort(index, seeded(1_000 + index)));
const answers = fromR();

describe.skipIf(answers === undefined)(`beside R, ${COHORTS} random cohorts`, () => {
  const families = [
    'survival',
    'remaining',
    'median',
    'incidence',
    'free',
    'chi-square',
    'p',
    'wilson',
    'poisson',
    'mean',
  ];

  test.each(families)('%s is the same to 1e-9', (family) => {
    let compared = 0;
    cohorts.forEach((people, index) => {
      const ours = figures(people);
      for (const [name, theirs] of answers?.get(index) ?? []) {
        if (name.split(' ')[0] !== family) continue;
        const figure = ours.get(name);
        const where = `${name} of cohort ${index}, of ${people.length}: R ${theirs}, here ${figure}`;
        if (theirs === undefined) expect(figure, where).toBeUndefined();
        else
          expect(Math.abs(figure! - theirs), where).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(theirs)));
        compared += theirs === undefined ? 0 : 1;
      }
    });
    expect(compared).toBeGreaterThan(COHORTS / 2);
  });
});

function figures(people: readonly Person[]): Figures {
  const named = new Map<string, number | undefined>();
  const name = (as: string, figure: number | null | undefined) => named.set(as, figure ?? undefined);
  const followUps = (some: readonly Person[]) => some.map(({ time, cause }) => ({ time, event: cause > 0 }));
  const km = kaplanMeier(followUps(people));
  const aj = aalenJohansen(people, CAUSES);
  for (const day of DAYS) {
    const survival = survivalAt(km, day);
    name(`survival ${day}`, survival?.survival);
    name(`survival lower ${day}`, survival?.lower);
    name(`survival upper ${day}`, survival?.upper);
    name(`remaining ${day}`, survival?.remaining);
    name(`remaining by table ${day}`, survival?.remaining);
    const incidence = incidenceAt(aj, day, CAUSES);
    name(`free ${day}`, incidence?.free);
    for (let k = 1; k <= CAUSES; k += 1) {
      name(`incidence ${k} ${day}`, incidence?.incidence[k - 1]);
      name(`incidence se ${k} ${day}`, incidence?.standardError[k - 1]);
    }
  }
  const median = survivalMedian(km);
  name('median', median.value);
  name('median lower', median.lower);
  name('median upper', median.upper);
  const groups = [1, 2].map((group) => followUps(people.filter((one) => one.group === group)));
  const compared = logRank(groups);
  name('chi-square', compared?.chiSquare);
  name('p', compared?.p);
  const events = people.filter(({ cause }) => cause > 0).length;
  const intervals = {
    wilson: wilsonInterval(events, people.length),
    poisson: exactPoissonInterval(events),
    mean: new Set(people.map(({ time }) => time)).size > 1 && meanInterval(people.map(({ time }) => time)),
  };
  for (const [kind, interval] of Object.entries(intervals)) {
    name(`${kind} lower`, interval ? interval.lower : undefined);
    name(`${kind} upper`, interval ? interval.upper : undefined);
  }
  return named;
}

/** Of 1 to 200 people; every fourth cohort without censoring, every fourth with little else; up to three causes. */
function cohort(index: number, uniform: () => number): Person[] {
  const whole = (below: number) => Math.floor(uniform() * below);
  const size = index < 10 ? index + 1 : 1 + whole(200);
  const longest = [60, 5, 20, 60][whole(4)] ?? 60;
  const causes = whole(CAUSES + 1);
  const censored = [0, 0.3, 0.6, 0.95][index % 4] ?? 0;
  return Array.from({ length: size }, () => ({
    time: 1 + whole(longest),
    cause: causes === 0 || uniform() < censored ? 0 : 1 + whole(causes),
    group: 1 + whole(2),
  }));
}

/** One process for all cohorts; undefined, saying so, where R or its survival package is not installed. */
function fromR(): ReadonlyMap<number, Figures> | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'beside-r-'));
  try {
    const file = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const rows = cohorts.flatMap((people, index) =>
      people.map(({ time, cause, group }) => `${index},${time},${cause},${group}`),
    );
    const script = file('figures.R', R);
    const data = file('people.csv', ['cohort,time,cause,group', ...rows].join('\n'));
    const { error, status, stdout, stderr } = spawnSync('Rscript', ['--vanilla', script, data], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    if ((error !== undefined && 'code' in error && error.code === 'ENOENT') || status === NO_PACKAGE) {
      console.warn('skipped: figures beside R need Rscript with the package survival on the PATH');
      return undefined;
    }
    if (status !== 0) throw new Error(`R failed: ${stderr}`, { cause: error });
    return read(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Lines of cohort, name and value. */
function read(csv: string): ReadonlyMap<number, Figures> {
  const all = new Map<number, Map<string, number | undefined>>();
  for (const line of csv.trim().split('\n')) {
    const [index = '', name = '', value = ''] = line.split(',');
    const figures = all.get(Number(index)) ?? new Map<string, number | undefined>();
    all.set(Number(index), figures);
    figures.set(name, /^(NA|NaN)$/.test(value) ? undefined : Number(value));
  }
  return all;
}

/** Uniform numbers from 0 to 1: Marsaglia's xorshift of 32 bits (J Stat Softw 8 (2003) 14). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
