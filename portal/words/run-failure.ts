const SENTENCES: Readonly<Record<string, string>> = {
  'not-started': 'The run could not be started and nothing was computed. Start it again.',
  'people-being-erased':
    'People were erased while the month was computed, and nothing was issued. Run the month again.',
  'records-removed':
    'The month ended so long ago that records of it are removed, and nothing was issued. Nobody is counted anew of it.',
  'States.Timeout': 'A step took longer than it may. Start the run again for this commissioner alone.',
  'States.DataLimitExceeded': 'A step had more to hand on than fits. Tell whoever maintains the service.',
  'States.TaskFailed': 'A step failed. Start the run again; nothing that was issued is touched.',
};

/** Why a commissioner of a run failed, in a sentence with what to do; one that is not known by the name of its error. */
export const runFailure = (error: string): string =>
  SENTENCES[error] ??
  `A step stopped with ${error}. Nothing that was issued is touched. Start the run again; if it fails again, the log has the place of the error under this run.`;
