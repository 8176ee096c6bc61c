import { describe, expect, it } from "vitest"
import { parseScript } from "../../src/api/parse-script.ts"
import { teamOf } from "../sandbox-client.ts"

const send = (peer: number, text: string) =>
  `API.messages.send(${JSON.stringify({ peer_id: peer, random_id: 0, message: text })})`

describe("execute", () => {
  it("runs the calls in order and answers with each one's result", async () => {
    const { anya, bot, peer, sandbox } = await teamOf()
    const answer = await bot.execute(
      `return [${send(peer, "раз")},${send(peer, "два")},API.users.get({user_ids: "${anya}"})];`
    )
    expect(answer).toMatchObject({ response: [0, 0, [{ id: anya }]] })
    expect(answer).not.toHaveProperty("execute_errors")
    expect(sandbox.control.messages(peer, 2).items.map(({ text }) => text)).toEqual(["раз", "два"])
  })

  it("puts false in the place of a refused call and lists the refusals in order", async () => {
    const { bot, peer } = await teamOf()
    const answer = await bot.execute(`return [API.fly.away({}), ${send(peer, "раз")}, ${send(peer, "")}];`)
    expect(answer.response).toEqual([false, 0, false])
    expect(answer.execute_errors).toMatchObject([
      { method: "fly.away", error_code: 3 },
      { method: "messages.send", error_code: 100 }
    ])
  })

  it("takes a single call without a list", async () => {
    const { bot, peer } = await teamOf()
    const code = `return API.messages.send({peer_ids: [${peer}], random_id: 5, message: 'одинарные \\'кавычки\\' и "двойные"'});`
    expect(await bot.execute(code)).toMatchObject({ response: [{ peer_id: peer, conversation_message_id: 3 }] })
  })

  it("passes lists with commas, objects as JSON and flags as digits", async () => {
    const { bot, peer, sandbox } = await teamOf()
    const keyboard = `{inline: true, buttons: [[{action: {type: "text", label: "Да"}}]]}`
    await bot.execute(
      `return API.messages.send({peer_ids:[${peer}],random_id:0,message:"Готовы?",keyboard:${keyboard},disable_mentions:true});`
    )
    expect(sandbox.control.messages(peer).items.at(-1)?.keyboard?.inline).toBe(true)
  })

  it("runs 25 calls and refuses 26 before any of them", async () => {
    const { bot, peer, sandbox } = await teamOf()
    const code = (count: number) => `return [${Array.from({ length: count }, () => send(peer, "раз")).join(",")}];`
    expect(await bot.execute(code(26))).toMatchObject({ error: { error_code: 13 } })
    expect(sandbox.control.messages(peer).items).toHaveLength(2)
    expect((await bot.execute(code(25))).response).toHaveLength(25)
  })

  it.each([
    "",
    "return",
    "return [API.users.get({)];",
    "var a = 1;",
    "return API.users.get({}); return 1;",
    "return {a};",
    "return 'x"
  ])("cannot compile «%s»", async (code) => {
    const answer = await (await teamOf()).bot.execute(code)
    expect(answer.error?.error_code).toBe(code === "" ? 100 : 12)
  })

  it("cannot compile a script nested without end, and survives it", () => {
    expect(() => parseScript(`return ${"[".repeat(10_000)}`)).toThrow("nested too deep")
  })

  it("reads strings as they were written", () => {
    const text = 'кавычка " слэш \\ перевод\nстроки ёж \u2028 😀'
    expect(parseScript(`return ${JSON.stringify(text)};`)).toEqual({ type: "value", value: text })
  })
})
