import { createConfig, lintFromString } from "@redocly/openapi-core"
import { describe, expect, it } from "vitest"
import { makeDocument } from "../../src/api/document.ts"
import { apiRoutes } from "../api-routes.ts"

/** What is wrong with it, by a linter that others wrote. */
const flawsOf = async (document: unknown) => {
  const config = await createConfig({ extends: ["recommended"], rules: { "operation-4xx-response": "error" } })
  const found = await lintFromString({ source: JSON.stringify(document), config })
  return found.map(({ message, ruleId }) => `${ruleId}: ${message}`)
}

describe("the document of the API", () => {
  it("has no flaw that a linter finds", async () => {
    expect(await flawsOf(makeDocument(apiRoutes))).toEqual([])
  })

  it("and the linter would find one", async () => {
    const { info: _, ...without } = makeDocument(apiRoutes)
    expect(await flawsOf(without)).not.toEqual([])
  })

  it("gives one name to one schema, and one operation to one route", () => {
    const named = apiRoutes.flatMap(({ spec }) =>
      [spec.body, ...Object.values(spec.answers).map(({ json }) => json)].flatMap((each) => each ?? [])
    )
    const names = new Map(named.map(({ name, schema }) => [name, schema]))
    for (const { name, schema } of named) expect(names.get(name), name).toBe(schema)
    const operations = apiRoutes.map(({ spec }) => spec.operationId)
    expect(new Set(operations).size).toBe(operations.length)
  })

  it("tells what a route takes and what it refuses by", () => {
    const { "/api/v1/questions/{id}": one } = makeDocument(apiRoutes).paths
    expect(Object.keys(one?.["patch"]?.responses ?? {})).toEqual([
      "200",
      "400",
      "401",
      "403",
      "404",
      "409",
      "412",
      "413",
      "415",
      "421",
      "422",
      "428",
      "429",
      "500",
      "503"
    ])
    expect(one?.["patch"]?.parameters).toMatchObject([
      { name: "id", in: "path", required: true, example: "1" },
      { name: "Idempotency-Key", in: "header", required: false },
      { name: "If-Match", in: "header", required: true }
    ])
  })
})
