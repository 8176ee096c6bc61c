/** The lines of a text, however the system that wrote it ends them. */
export const linesOf = (text: string): ReadonlyArray<string> => text.replace(/^\uFEFF/, "").split(/\r\r\n|\r\n|\n|\r/)
