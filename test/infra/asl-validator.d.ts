/** The package brings no types of its own. */
declare module 'asl-validator' {
  export default function validate(
    definition: unknown,
    options: { checkPaths: boolean; checkArn: boolean },
  ): { isValid: boolean; errors: unknown[] };
}
