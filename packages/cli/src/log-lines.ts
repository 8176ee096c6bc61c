/** How one line of the log looks: JSON for programs, words and `name=value` for a person; nothing secret in either. */
import { Formatter } from "effect"
import { styleText } from "node:util"

/** As `Logger.formatStructured` gives it. */
export interface Told {
  readonly level: string
  readonly fiberId: string
  readonly timestamp: string
  readonly message: unknown
  readonly cause: string | undefined
  readonly annotations: Readonly<Record<string, unknown>>
  readonly spans: Readonly<Record<string, number>>
}

export type LineOf = (told: Told) => string

/** Whatever says so where it is not expected: tokens of VK, passwords in addresses, values under the names of secrets. */
const hide = (line: string): string =>
  line
    .replaceAll(/vk1\.a\.[\w.-]+/g, "vk1.a.…")
    .replaceAll(/(:\/\/[^\s:/@"]*):[^\s@"]+@/g, "$1:…@")
    .replaceAll(/\b(access_token|client_secret|password|api_key|key)=[^\s&"]+/gi, "$1=…")

/** A secret shorter than this may be an ordinary word. */
const secretMin = 12

/** `secrets`: what must not be told wherever it stands. */
export const careful = (lineOf: LineOf, secrets: ReadonlyArray<string>): LineOf => {
  const told = secrets.filter((secret) => secret.length >= secretMin)
  return (each) => told.reduce((line, secret) => line.replaceAll(secret, "…"), hide(lineOf(each)))
}

export const jsonLine: LineOf = (told) => Formatter.formatJson(told)

/** What others wrote may hold orders to the terminal. */
const harmless = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "\u00b7")

const valueOf = (value: unknown): string => {
  const text = typeof value === "string" ? value : Formatter.formatJson(value)
  return typeof value === "string" && /[\s="]|^$/.test(value) ? JSON.stringify(value) : text
}

const pairsOf = (named: object): ReadonlyArray<string> =>
  Object.entries(named).flatMap(([name, value]) => (value === undefined ? [] : `${name}=${valueOf(value)}`))

const partOf = (part: unknown): ReadonlyArray<string> => {
  if (typeof part === "string") return [part]
  return typeof part === "object" && part !== null && !Array.isArray(part) ? pairsOf(part) : [valueOf(part)]
}

type Style = Parameters<typeof styleText>[0]
const styles: Readonly<Record<string, Style>> = { FATAL: "red", ERROR: "red", WARN: "yellow", DEBUG: "gray" }

/** In colours where the log is a terminal that has them. */
const levelOf = (level: string): string => {
  const style = styles[level]
  return style === undefined ? level.padEnd(5) : styleText(style, level.padEnd(5), { stream: process.stderr })
}

export const readableLine: LineOf = ({ annotations, cause, level, message, timestamp }) => {
  const parts = Array.isArray(message) ? message.flatMap(partOf) : partOf(message)
  const line = `${timestamp.slice(11, 23)} ${levelOf(level)} ${harmless([...parts, ...pairsOf(annotations)].join("  "))}`
  return cause === undefined ? line : `${line}\n${harmless(cause).replaceAll(/^/gm, "    ")}`
}
