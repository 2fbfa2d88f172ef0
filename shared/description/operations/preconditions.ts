/** Of a change to what is there: which version is meant. */
export const ifMatch = {
  'if-match': {
    description:
      'The ETag of the version that is to be replaced, or * for any; where another or none is current the change is refused with 412. An empty header is refused.',
    example: '"1"',
  },
};

/** Of what may be new: that it has to be. */
export const preconditions = {
  ...ifMatch,
  'if-none-match': {
    description:
      '* to create and never replace: where there is one already it is refused with 412. It takes nothing else, and no If-Match beside it.',
    example: '*',
  },
};

/** The codes of conditions that cannot be read. */
export const PRECONDITION_PROBLEMS = ['invalid-if-match', 'invalid-if-none-match'] as const;
