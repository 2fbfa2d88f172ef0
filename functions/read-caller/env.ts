/** The variables of this function: none. */
export type ReadCallerEnv = Record<string, never>;
