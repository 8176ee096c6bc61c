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

const megabyte = 1e6

/** `total` 0: nobody knows. */
export const progressBar = (total: number, stream: NodeJS.WriteStream): ProgressBar => {
  let told = 0
  // By a tenth of a megabyte nobody could see how far a small file is.
  const [unit, name] = total > 0 && total < megabyte ? [1e3, "KB"] : [megabyte, "MB"]
  const show = (done: number): void => {
    const part = total === 0 ? 1 : Math.min(1, done / total)
    const [now, all] = [done, Math.max(total, done)].map((bytes) => (bytes / unit).toFixed(1))
    const words = `${now} of ${all} ${name}`
    if (stream.isTTY) stream.write(`\r${bar(part)} ${words}`)
    else if (Math.floor(part * 10) > told) {
      told = Math.floor(part * 10)
      stream.write(`${words}\n`)
    }
  }
  return { show, end: () => void (stream.isTTY && stream.write("\n")) }
}
