import * as z from 'zod';

/** What each program says of its run, in one line of JSON on standard output. */
export const toldSchema = z.object({
  /** Figures by name; none from the floor. */
  digest: z.record(z.string(), z.number()),
  cpuSeconds: z.number(),
  /** The peak of the resident set; absent where the system does not tell. */
  peakMegabytes: z.number().optional(),
  /** What the run was made of, in seconds. */
  split: z.record(z.string(), z.number()).optional(),
  note: z.string().optional(),
});

export type Told = z.infer<typeof toldSchema>;

/** Says it, with what this process has used by now. */
export function tell(told: Omit<Told, 'cpuSeconds' | 'peakMegabytes'>): void {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const used = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: maxRSS / 1024 };
  console.log(JSON.stringify({ ...told, ...used } satisfies Told));
}
