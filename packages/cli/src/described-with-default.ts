/** A flag that tells its default in the help: `effect/cli` knows it and does not print it. */
import { Flag } from "effect/cli"

export const describedWithDefault =
  <const A extends string | number | boolean>(description: string, value: A) =>
  <B>(flag: Flag.Flag<B>): Flag.Flag<B | A> =>
    flag.pipe(
      Flag.withDescription(`${description} (default: ${typeof value === "boolean" ? "off" : value})`),
      Flag.withDefault(value)
    )
