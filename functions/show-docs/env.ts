/** The variables of this function: none. */
export type ShowDocsEnv = Record<string, never>;
