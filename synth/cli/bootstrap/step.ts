/** One thing to do by hand, and the command lines that do it. */
export interface Step {
  readonly what: string;
  readonly commands: readonly string[];
}

/** Steps as a script that may be read, and pasted piece by piece. */
export function scriptOf(steps: readonly Step[]): string[] {
  return steps.flatMap(({ what, commands }, index) => [
    ...(index === 0 ? [] : ['']),
    `# ${index + 1}. ${what}`,
    ...commands,
  ]);
}
