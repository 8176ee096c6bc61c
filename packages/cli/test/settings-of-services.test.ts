/** Every variable that a role reads can be set where the role is run in a container; or it is said here why not. */
import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { parse } from "yaml"
import { variables } from "../src/config/variables.ts"

const root = new URL("../../../", import.meta.url)

interface Service {
  readonly command?: ReadonlyArray<string>
  readonly environment?: Readonly<Record<string, string>>
  readonly extends?: { readonly service: string }
}
type Services = Readonly<Record<string, Service>>

const servicesIn = (file: string): Services =>
  (parse(readFileSync(new URL(file, root), "utf8"), { merge: true }) as { readonly services: Services }).services

const alone = servicesIn("docker-compose.yml")

/** As Compose reads them: what a service extends is of the file below. */
const all = (services: Services): ReadonlyArray<readonly [command: string, set: ReadonlySet<string>]> =>
  Object.values(services).flatMap(({ command, environment = {}, extends: below }) => {
    const extended = below === undefined ? {} : (alone[below.service]?.environment ?? {})
    const [name = ""] = command ?? []
    const isOurs = variables.some(({ commands }) => commands.includes(name))
    return isOurs ? [[name, new Set(Object.keys({ ...extended, ...environment }))] as const] : []
  })

/** In no container. */
const nowhere: Readonly<Record<string, string>> = {
  ZNATOKI_HOST: "the image says it",
  ZNATOKI_DATA: "the image has no server of its own",
  ADMIN_PORT: "inside it is what it is; which port it has outside is said beside it",
  SANDBOX_PORT: "the same"
}
const here: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bot: { VK_CALLBACK_PORT: "where VK brings events a process of its own answers it: compose.prod.yml" }
}
const ofColours = {
  VK_TOKEN: "its communities are in a file",
  VK_GROUP_ID: "the same",
  VK_INTAKE: "the same",
  VK_CALLBACK_CONFIRMATION: "the same",
  VK_CALLBACK_SECRET: "the same",
  VK_API_URL: "it is for VK itself"
}

const isSet = (set: ReadonlySet<string>, name: string): boolean =>
  set.has(name) || set.has(`${name}_FILE`) || set.has(name.replace(/_FILE$/, ""))

const missing = (file: string, excused: Readonly<Record<string, string>> = {}) =>
  all(servicesIn(file)).flatMap(([command, set]) =>
    variables
      .filter(({ commands }) => commands.includes(command))
      .filter(({ name }) => {
        const bare = name.replace(/_FILE$/, "")
        return !isSet(set, name) && !(bare in { ...nowhere, ...excused, ...here[command] })
      })
      .map(({ name }) => `${command}: ${name}`)
  )

it.each(["docker-compose.yml", "compose.prod.yml"])("in %s every variable of every role can be set", (file) => {
  expect(all(servicesIn(file)).length).toBeGreaterThan(2)
  expect(missing(file)).toEqual([])
})

it("so it can in a colour of the deploy script, but what its file of communities tells", () => {
  expect(missing("deploy/release/compose.colour.yml", ofColours)).toEqual([])
})

it("one that nobody thought of is missed", () => {
  expect(missing("deploy/release/compose.colour.yml")).toContain("callback: VK_CALLBACK_SECRET")
})
