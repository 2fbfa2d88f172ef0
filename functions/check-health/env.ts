/** The variables of this function: none. */
export type CheckHealthEnv = Record<string, never>;
