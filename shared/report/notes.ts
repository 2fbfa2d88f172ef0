/** The notes that tables refer to, in the order in which they are numbered. */
export const NOTES = [
  {
    id: 'own-services',
    text:
      'These figures count the services of the providers that send records to this system. They are not comparable ' +
      'with figures from the National Drug Treatment Monitoring System (NDTMS).',
  },
  {
    id: 'two-providers',
    text:
      'People are known by a reference that each provider gives. The same human at two providers is counted as two ' +
      'persons.',
  },
  {
    id: 'journey',
    text: 'A journey is one person’s stay on the day programme; day 0 is the first session attended.',
  },
  {
    id: 'interval',
    text:
      'The 95% interval shows how far chance alone could have moved a figure: it would hold the true value in 95 of ' +
      '100 such samples.',
  },
  {
    id: 'no-interval',
    text:
      'A survival figure or a share over days has no interval where everybody or nobody had the event by that day; ' +
      'none is computed for what is still open, or for things of which several are one person’s.',
  },
  {
    id: 'at-risk',
    text:
      'At risk: still under observation after that day. Events: those up to and including that day. Journeys that ' +
      'moved on as planned, or had not been followed that long, count until the day they were last observed.',
  },
  {
    id: 'adding-up',
    text:
      'The outcomes of a day are exclusive and add up to 100% before rounding. They take account of those who have ' +
      'not yet been followed that long.',
  },
  {
    id: 'sensitivity',
    text:
      'The same figure under another rule. In public trial data such a choice alone moves a twelve-week figure from ' +
      '46% to 3%: read the headline with its rule.',
  },
  {
    id: 'splits',
    text:
      'A split shows differences between groups, not their causes. Small groups differ by chance: read the intervals ' +
      'before comparing.',
  },
  {
    id: 'trends',
    text:
      'A process chart (XmR) compares periods that do not overlap: limits are the mean ± 2.66 times the mean of the ' +
      'moving ranges, and signals follow NHS England’s Making Data Count. Other values, such as those of twelve rolling months, have no limits. A ' +
      'withheld point is left out before anything is computed.',
  },
  {
    id: 'control-limits',
    text:
      'The limits of a funnel plot show how far a provider’s share would stray from that of all together by chance ' +
      'alone, given how many it is of. To lie outside them is a reason to ask, not a judgement.',
  },
  {
    id: 'comparisons',
    text:
      'A log-rank test compares two groups over the whole time they were followed. It does not say why they differ, ' +
      'and of twenty such tests one has a p below 0.05 by chance.',
  },
] as const;

export type NoteId = (typeof NOTES)[number]['id'];
