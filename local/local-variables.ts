import type { Deployment } from './template/deployment.ts';

/**
 * The variables of a function as the templates declare them: references to something deployed, and what is otherwise
 * on one machine, take their value from `here`.
 *
 * @throws Error where the templates have no such function, or a reference that has no value here
 */
export function localVariables(
  deployment: Pick<Deployment, 'functions'>,
  folder: string,
  here: Readonly<Record<string, string>>,
): Record<string, string> {
  const deployed = deployment.functions.get(folder);
  if (deployed === undefined) throw new Error(`The templates hold no function of the folder ${folder}.`);
  return Object.fromEntries(
    [...deployed.environment].map(([name, literal]) => {
      const value = here[name] ?? literal;
      if (value === undefined)
        throw new Error(`The variable ${name} of ${folder} has no value on one machine.`);
      return [name, value];
    }),
  );
}
