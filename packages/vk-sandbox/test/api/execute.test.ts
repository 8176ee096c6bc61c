import { describe, expect, it } from "vitest"
import { parseScript } from "../../src/api/script/parse-script.ts"
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
    "var 1 = a;",
    "return API.users.get({}) return 1;",
    "1 = 2;",
    "if (true return 1;",
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
    expect(parseScript(`return ${JSON.stringify(text)};`)).toEqual([
      { type: "return", value: { type: "value", value: text } }
    ])
  })
})

describe("a script", () => {
  it.each<[string, unknown]>([
    ["var a = 2; var b = a * 3 + 1; return b;", 7],
    ["var a = [1, 2], i = 0; while (i < 3) { a.push(i); i = i + 1; } return a;", [1, 2, 0, 1, 2]],
    ["if (1 == 2) { return 1; } else if (2 > 1) return 'да'; return 3;", "да"],
    ["var o = {a: {b: 1}}; o.a.c = [o.a.b]; o.d = o.none; return o;", { a: { b: 1, c: [1] }, d: null }],
    ["return [{id: 1}, {id: 2}, {}]@.id;", [1, 2, null]],
    ["var a = [1, 2, 3, 4]; a.splice(1, 2); return a + '';", "1,4"],
    [
      "return ['абв'.substr(1, 1), 'а-б'.split('-'), 'абв'.indexOf('в'), [5, 6].indexOf(6), 'абв'.length];",
      ["б", ["а", "б"], 2, 1, 3]
    ],
    ["return [parseInt('12px'), parseDouble('1.5'), 7 % 3, -2, !true, 1 << 3];", [12, 1.5, 1, -2, false, 8]],
    ["return ['1' == 1, 'a' == 0, null == false, 'б' > 'а'];", [true, false, false, true]],
    ["var o = {a: 1, b: 2}; delete o.a; return o;", { b: 2 }],
    ["/* ничего */ var a = 'x'; // и тут\n a += 1; return a;", "x1"],
    ["return null.a.b[0];", null],
    ["var o = {}; o['__proto__'] = 1; return [o.toString, {}.polluted];", [null, null]],
    ["var a = 1;", null],
    ["return true && 'да' || 'нет';", "да"]
  ])("%s", async (code, response) => {
    expect(await (await teamOf()).bot.execute(code)).toEqual({ response })
  })

  it("goes on with what a call has answered, and with false where it was refused", async () => {
    const { anya, bot, boris, peer } = await teamOf()
    const code = `
      var members = API.messages.getConversationMembers({peer_id: ${peer}});
      var users = API.users.get({user_ids: members.items@.member_id});
      var nobody = API.fly.away();
      if (!nobody) { users.push({id: 0}); }
      return {ids: users@.id, count: members.count};`
    const answer = await bot.execute(code)
    expect(answer.response).toEqual({ ids: [anya, boris, 0], count: 3 })
    expect(answer.execute_errors).toMatchObject([{ method: "fly.away", error_code: 3 }])
  })

  it("cannot change what the sandbox remembers", async () => {
    const { anya, bot, peer, sandbox } = await teamOf()
    sandbox.control.writeMessage(peer, { from_id: anya, text: "/стикер", attachments: [{ type: "sticker" }] })
    const ask = `API.messages.getByConversationMessageId({peer_id: ${peer}, conversation_message_ids: 3})`
    await bot.execute(`var m = ${ask}.items[0]; m.attachments.pop(); return 1;`)
    expect(sandbox.control.messages(peer).items.at(-1)?.attachments).toHaveLength(1)
  })

  it.each([
    ["a loop without an end", "while (true) { var a = 1; }"],
    ["a 26th call in a loop", "var i = 0; while (i < 26) { API.users.get({}); i = i + 1; } return i;"],
    ["a text that doubles for ever", "var a = 'ab'; while (true) { a = a + a; }"],
    ["a list that doubles for ever", "var a = [1]; var i = 0; while (i < 60) { a = [a, a]; i = i + 1; } return a;"],
    ["a list in itself", "var a = []; a.push(a); return a;"],
    ["a parameter that contains itself", "var a = {}; a.a = a; return API.users.get({user_ids: a});"],
    ["a division by nothing", "return 1 / 0;"],
    ["a variable that is not there", "return a;"],
    ["a method that is not there", "return [].map(1);"]
  ])("ends at %s with error 13", async (_what, code) => {
    expect(await (await teamOf()).bot.execute(code)).toMatchObject({ error: { error_code: 13 } })
  })
})
