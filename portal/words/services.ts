/** The services that are paid for. */
export const services = { 'day-programme': 'Day programme', aftercare: 'Aftercare' } as const;
