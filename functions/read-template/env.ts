/** The variables of this function: none. */
export type ReadTemplateEnv = Record<string, never>;
