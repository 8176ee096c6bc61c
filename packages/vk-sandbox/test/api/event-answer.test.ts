import { describe, expect, it } from "vitest"
import { button, fakeClock, type Json, type Team, teamOf } from "../sandbox-client.ts"

const keyboard = { inline: true, buttons: [[button("Да")]] }

const pressed = async (team: Team) => {
  const { conversation_message_id } = await team.bot.send(team.peer, "Готовы?", { keyboard })
  const press = { from_id: team.anya, conversation_message_id, button: "Да" }
  const result = team.sandbox.control.pressButton(team.peer, press)
  if (!("event_id" in result)) throw new Error("a callback button answers with an event")
  return { event_id: result.event_id, user_id: team.anya, peer_id: team.peer }
}

const snackbar = (text: string): Json => ({ type: "show_snackbar", text })

describe("messages.sendMessageEventAnswer", () => {
  it("shows a snackbar to who pressed", async () => {
    const team = await teamOf()
    const press = await pressed(team)
    const answer = await team.bot.call("messages.sendMessageEventAnswer", {
      ...press,
      event_data: snackbar("Записал!")
    })
    expect(answer).toEqual({ response: 1 })
    expect(team.sandbox.control.messages(team.peer).snackbars).toMatchObject([
      { event_id: press.event_id, user_id: team.anya, conversation_message_id: 3, text: "Записал!" }
    ])
  })

  it("without data only stops the spinner", async () => {
    const team = await teamOf()
    expect(await team.bot.call("messages.sendMessageEventAnswer", await pressed(team))).toEqual({ response: 1 })
    expect(team.sandbox.control.messages(team.peer).snackbars).toEqual([])
  })

  it("answers a press once", async () => {
    const team = await teamOf()
    const press = await pressed(team)
    await team.bot.call("messages.sendMessageEventAnswer", press)
    expect(await team.bot.call("messages.sendMessageEventAnswer", press)).toMatchObject({ error: { error_code: 100 } })
  })

  it.each([
    [59_999, undefined],
    [60_000, 100]
  ])("%i ms after the press answers error %s", async (ms, code) => {
    const clock = fakeClock()
    const team = await teamOf({ clock })
    const press = await pressed(team)
    clock.advance(ms)
    const answer = await team.bot.call("messages.sendMessageEventAnswer", press)
    expect(answer.error?.error_code).toBe(code)
  })

  it.each([
    ["an unknown event", { event_id: "nope" }],
    ["another person", { user_id: 2 }],
    ["a text of 91 characters", { event_data: snackbar("ы".repeat(91)) }],
    ["no text", { event_data: { type: "show_snackbar" } }],
    ["data over 1000 characters", { event_data: { ...snackbar("да"), more: "ы".repeat(1000) } }],
    ["broken JSON", { event_data: "{" }],
    ["an unknown type", { event_data: { type: "dance" } }],
    ["a link that is none", { event_data: { type: "open_link", link: "нет" } }]
  ])("refuses %s", async (_case, change) => {
    const team = await teamOf()
    const press = await pressed(team)
    const answer = await team.bot.call("messages.sendMessageEventAnswer", { ...press, ...change })
    expect(answer.error?.error_code).toBe(100)
  })

  it("takes a text of 90 characters", async () => {
    const team = await teamOf()
    const data = { ...(await pressed(team)), event_data: snackbar("ы".repeat(90)) }
    expect(await team.bot.call("messages.sendMessageEventAnswer", data)).toEqual({ response: 1 })
  })
})
