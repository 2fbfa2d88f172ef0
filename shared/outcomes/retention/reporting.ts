/** The days at which retention is reported, 4, 8, 12 and 24 weeks, and the one the programme is planned for. */
export const RETENTION = { days: [28, 56, 84, 168], headlineDay: 84 } as const;
