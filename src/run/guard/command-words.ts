import type { OwnSuite } from '../request.ts';

/** A command of a team's own suite, by the name that the project gives it. */
export type NamedCommand = Pick<OwnSuite, 'name' | 'command'>;

interface CommandWord {
  readonly where: string;
  readonly word: string;
}

/** Each word of the commands, and how a refusal says where it stands; the word itself may be a key. */
export function commandWords(commands: readonly NamedCommand[]): readonly CommandWord[] {
  return commands.flatMap(({ name, command }) =>
    command.map((word, index) => ({
      where: `tollgate.yaml: suites: ${name}: command: word ${index + 1}:`,
      word,
    })),
  );
}
