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

export const progressBar = (total: number, stream: NodeJS.WriteStream): ProgressBar => {
  let told = 0
  const show = (done: number): void => {
    const part = total === 0 ? 1 : done / total
    if (stream.isTTY) stream.write(`\r${bar(part)} ${done} of ${total}`)
    else if (Math.floor(part * 10) > told) {
      told = Math.floor(part * 10)
      stream.write(`${done} of ${total}\n`)
    }
  }
  return { show, end: () => void (stream.isTTY && stream.write("\n")) }
}
