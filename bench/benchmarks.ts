import type { Benchmark } from './compare.ts';
import { compute } from './compute.ts';
import { erase } from './erase.ts';
import { gateway } from './gateway.ts';
import { intake } from './intake.ts';
import { million } from './million.ts';
import { months } from './months.ts';
import { reconcileBlocks } from './reconcile.ts';
import { render } from './render.ts';
import { startUp } from './start-up.ts';
import { upload } from './upload.ts';
import { workbook } from './workbook.ts';

/** Every benchmark by its name, in the order of the table. */
export const benchmarks: ReadonlyMap<string, Benchmark> = new Map(
  Object.entries({
    intake,
    gateway,
    upload,
    'start-up': startUp,
    compute,
    million,
    render,
    workbook,
    months,
    reconcile: reconcileBlocks,
    erase,
  }),
);
