/** What is said of a data folder that cannot be written to, whoever finds it out. */
import { codeOf } from "./error-code.ts"

const codes = new Set(["EACCES", "EDQUOT", "ENOSPC", "EPERM", "EROFS"])

/** Whether the system would not let us write, and nothing else is amiss. */
export const isUnwritable = (cause: unknown): boolean => codes.has(codeOf(cause))

/** `code`: the system's. */
export const unwritableFolder = (folder: string, code: string) => ({
  problem: `The data folder ${folder} cannot be written to (${code}).`,
  advice: "Set ZNATOKI_DATA to a folder of the user who starts the program, on a disk that has room."
})
