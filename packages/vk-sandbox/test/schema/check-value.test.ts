import { describe, expect, it } from "vitest"
import { checkRequest } from "../../src/schema/check-request.ts"
import { checkValue } from "../../src/schema/check-value.ts"
import type { SchemaNode } from "../../src/schema/schema-node.ts"
import { vkSchema } from "../../src/schema/vk-schema.ts"

const { definitions } = vkSchema()
const complaints = (node: SchemaNode, value: unknown) => checkValue(definitions, node, value, "it")
const named = (name: string): SchemaNode => ({ $ref: `../x/objects.json#/definitions/${name}` })

const sent = (params: Record<string, string>, method = "messages.send") =>
  checkRequest(vkSchema(), method, new Map(Object.entries(params)))

describe("a value", () => {
  it.each<[string, SchemaNode, unknown, ReadonlyArray<string>]>([
    ["of another type", { type: "integer" }, "1", ["it should be integer"]],
    ["of one of several types", { type: ["integer", "string"] }, "1", []],
    ["that is no whole number", { type: "integer" }, 1.5, ["it should be integer"]],
    ["that is none of its values", { enum: ["a", "b"] }, "c", ["it is none of its values: c"]],
    ["below its least", { type: "integer", minimum: 0 }, -1, ["it is -1, out of its range"]],
    ["that is too long", { type: "string", maxLength: 2 }, "три", ["it is longer than 2"]],
    ["with too many items", { type: "array", maxItems: 1 }, [1, 2], ["it has more than 1 items"]],
    ["with a wrong item", { type: "array", items: { type: "integer" } }, [1, "2"], ["it[1] should be integer"]],
    ["without what is always there", { properties: { a: { required: true } } }, {}, ["it.a is missing"]],
    ["wrong inside", { properties: { a: { type: "string" } } }, { a: 1 }, ["it.a should be string"]],
    ["with more than is known", { properties: { a: {} } }, { b: 1 }, []],
    [
      "wrong in one part of all",
      { allOf: [{ type: "object" }, named("base_ok_response")] },
      {},
      ["it.response is missing"]
    ],
    ["that fits one of several", { oneOf: [{ type: "string" }, { type: "integer" }] }, 1, []],
    ["that fits none of several", { oneOf: [{ type: "string" }, { type: "integer" }] }, [], ["it should be string"]],
    [
      "of a kind that is named",
      named("messages_keyboard_button_property_action"),
      { type: "text" },
      ["it.label is missing"]
    ],
    [
      "of no known kind",
      named("messages_keyboard_button_property_action"),
      { type: "dance" },
      ["it.type is of no known kind: dance"]
    ]
  ])("%s", (_case, node, value, expected) => {
    expect(complaints(node, value)).toEqual(expected)
  })

  it("of something the schema has not is a mistake of ours", () => {
    expect(() => complaints(named("nothing"), 1)).toThrow("VK's schema has no nothing")
  })
})

describe("parameters", () => {
  const some = { random_id: "1", peer_ids: "1,2" }

  it.each<[string, Record<string, string>, ReadonlyArray<string>]>([
    ["are VK's", { ...some, message: "Привет", dont_parse_links: "1", v: "5.199", access_token: "x" }, []],
    ["lack what VK demands", { peer_ids: "1" }, ["parameter random_id is missing"]],
    ["have a strange one", { ...some, mesage: "x" }, ["parameter mesage is none of VK's"]],
    ["have a list of words", { random_id: "1", peer_ids: "1,two" }, ["parameter peer_ids[1] should be integer"]],
    ["have a flag that is none", { ...some, dont_parse_links: "да" }, ["parameter dont_parse_links should be boolean"]],
    ["have another word than VK's", { ...some, intent: "x" }, ["parameter intent is none of its values: x"]],
    [
      "have a keyboard of another colour",
      { ...some, keyboard: '{"buttons":[[{"action":{"type":"text","label":"Да"},"color":"red"}]]}' },
      ["parameter keyboard.buttons[0][0].color is none of its values: red"]
    ],
    ["have a keyboard that is no JSON", { ...some, keyboard: "{" }, ["parameter keyboard should be object"]]
  ])("%s", (_case, params, expected) => {
    expect(sent(params)).toEqual(expected)
  })

  it("of a method that no schema has are not looked at", () => {
    expect(sent({ anything: "1" }, "docs.save")).toEqual([])
  })
})
