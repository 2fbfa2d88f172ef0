/** The parts of a path that name a commissioner and a month. */
export const party = {
  commissioner: { description: 'The commissioner’s code.', example: 'northshire' },
  month: { description: 'The month, as YYYY-MM.', example: '2026-10' },
};
