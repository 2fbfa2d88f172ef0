import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { counts } from './counts.ts';
import type { Meter } from './world.ts';

/** Counts of a function on AWS, by its name: each a line of the log that CloudWatch makes a figure of. */
export function lambdaMeter(serviceName: string): Meter {
  const metrics = new Metrics({ serviceName });
  return {
    count: (name, value) => {
      // Nothing happened: a sum is none the better for a line that says so.
      if (value === 0 && counts[name] === 'sum') return;
      metrics.singleMetric().addMetric(name, MetricUnit.Count, value);
    },
  };
}
