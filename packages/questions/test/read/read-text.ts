/** A text as the bytes of a file, and what of its reading tests look at. */
import type { Format } from "../../src/formats.ts"
import { readPack, type ReadPack } from "../../src/read-pack.ts"

export const readText = (text: string, format: Format | null = null): ReadPack =>
  readPack({ name: "pack", bytes: new TextEncoder().encode(text) }, format)

/** Of every question only these fields. */
export const fieldsOf = <Name extends keyof ReadPack["questions"][number]>(
  pack: ReadPack,
  ...names: ReadonlyArray<Name>
): ReadonlyArray<unknown> =>
  pack.questions.map((question) => Object.fromEntries(names.map((name) => [name, question[name]])))

export const warnedLines = ({ warnings }: ReadPack): ReadonlyArray<number> => warnings.map(({ line }) => line)
