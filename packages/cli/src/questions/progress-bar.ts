/** How far a long work is, on standard error: a line that is written over at a terminal, elsewhere a line each tenth. */

export interface ProgressBar {
  readonly show: (done: number) => void
  readonly end: () => void
}

const cells = 30

const bar = (part: number): string => {
  const full = Math.round(part * cells)
  return `${"█".repeat(full)}${"░".repeat(cells - full)}`
}

const inMegabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)

/** `total` 0: nobody knows. */
export const progressBar = (total: number, stream: NodeJS.WriteStream): ProgressBar => {
  let told = 0
  const show = (done: number): void => {
    const part = total === 0 ? 1 : Math.min(1, done / total)
    const words = `${inMegabytes(done)} of ${inMegabytes(Math.max(total, done))} MB`
    if (stream.isTTY) stream.write(`\r${bar(part)} ${words}`)
    else if (Math.floor(part * 10) > told) {
      told = Math.floor(part * 10)
      stream.write(`${words}\n`)
    }
  }
  return { show, end: () => void (stream.isTTY && stream.write("\n")) }
}
