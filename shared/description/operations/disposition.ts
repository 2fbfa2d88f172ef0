/** Whether a browser shows the file of a link or saves it. */
export const disposition = {
  description: 'attachment for a link that saves the file; without it a browser shows what it can.',
  schema: { type: 'string', enum: ['inline', 'attachment'] },
};
