/** The services of files of compose: what each is told, and how its health is asked. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"

export interface Service {
  readonly command: ReadonlyArray<string>
  readonly variables: Readonly<Record<string, string>>
  /** Without the word CMD; empty: nobody asks. */
  readonly healthcheck: ReadonlyArray<string>
}

interface Written {
  readonly command?: ReadonlyArray<string>
  readonly environment?: Readonly<Record<string, unknown>>
  readonly healthcheck?: { readonly test: ReadonlyArray<string> }
  readonly extends?: { readonly service: string }
}

type Given = Readonly<Record<string, string>>

const filled = (text: string, given: Given): string =>
  text.replaceAll(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => {
    const value = given[name] ?? (kind === "-" ? rest : undefined)
    if (value === undefined) throw new Error(`${name}: ${rest}`)
    return value
  })

/** All services, those of the second file on top of those of the first that they extend. */
export const servicesOf = (repository: string, given: Given): Readonly<Record<string, Service>> => {
  const read = (file: string): Readonly<Record<string, Written>> =>
    parse(filled(readFileSync(join(repository, file), "utf8"), given), { merge: true }).services
  const first = read("docker-compose.yml")
  const second = read("compose.prod.yml")
  const written = Object.keys({ ...first, ...second }).map((name): readonly [string, Service] => {
    const top = second[name] ?? {}
    const below = first[top.extends?.service ?? name] ?? {}
    const all = Object.entries({ ...below.environment, ...top.environment })
    return [
      name,
      {
        command: top.command ?? below.command ?? [],
        variables: Object.fromEntries(all.map(([key, value]) => [key, String(value ?? "")])),
        healthcheck: (top.healthcheck ?? below.healthcheck)?.test.slice(1) ?? []
      }
    ]
  })
  return Object.fromEntries(written)
}
