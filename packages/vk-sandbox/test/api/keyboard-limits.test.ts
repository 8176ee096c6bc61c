import { describe, expect, it } from "vitest"
import { button, type Json, teamOf, textButton } from "../sandbox-client.ts"
import { checkKeyboard } from "../../src/api/check-keyboard.ts"
import { VkError } from "../../src/api/vk-error.ts"

const grid = (rows: number, columns: number): Json[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => textButton("Да")))

/** The code and text of the refusal; nothing when VK would take the keyboard. */
const refusal = (keyboard: unknown): string | undefined => {
  try {
    checkKeyboard(typeof keyboard === "string" ? keyboard : JSON.stringify(keyboard), 1)
    return undefined
  } catch (error) {
    if (error instanceof VkError) return `${error.code}: ${error.message}`
    throw error
  }
}

const one = (change: Json, color?: string): Json => ({
  inline: true,
  buttons: [
    [{ action: { type: "callback", label: "Да", payload: "{}", ...change }, ...(color === undefined ? {} : { color }) }]
  ]
})

describe("a keyboard is taken when", () => {
  it.each([
    ["it has 10 rows", { buttons: grid(10, 4) }],
    ["it has 40 buttons, 5 in a row", { buttons: grid(8, 5) }],
    ["it is inline with 6 rows", { inline: true, buttons: grid(6, 1) }],
    ["it is inline with 10 buttons", { inline: true, buttons: grid(2, 5) }],
    ["it is empty, to remove the one before", { buttons: [] }],
    ["it is of one use with text buttons", { one_time: true, buttons: grid(1, 2) }],
    ["a label has 40 characters", one({ label: "ы".repeat(40) })],
    ["a payload has 255 characters", one({ payload: JSON.stringify("ы".repeat(253)) })],
    ["a payload is an object", one({ payload: { go: 1 } })],
    ["a payload is null", one({ payload: null })],
    [
      "a button opens a link",
      { inline: true, buttons: [[{ action: { type: "open_link", link: "https://vk.ru", label: "Правила" } }]] }
    ],
    [
      "colours are VK's",
      {
        inline: true,
        buttons: [["primary", "secondary", "positive", "negative"].map((color) => button("Да", { color }))]
      }
    ]
  ])("%s", (_case, keyboard) => {
    expect(refusal(keyboard)).toBeUndefined()
  })
})

describe("a keyboard is refused when", () => {
  it.each([
    [
      "it is not JSON",
      "{",
      "100: One of the parameters specified was missing or invalid: keyboard contains incorrect JSON"
    ],
    ["it has 11 rows", { buttons: grid(11, 1) }, "911: Keyboard format is invalid: buttons contain too much rows"],
    ["it is inline with 7 rows", { inline: true, buttons: grid(7, 1) }, "buttons contain too much rows"],
    [
      "a row has 6 buttons",
      { buttons: [...grid(4, 1), ...grid(1, 6)] },
      "911: Keyboard format is invalid: row 4 contains too much columns"
    ],
    ["it has 41 buttons", { buttons: [...grid(8, 5), [textButton("Да")]] }, "keyboard contains too much buttons"],
    [
      "it is inline with 11 buttons",
      { inline: true, buttons: [...grid(2, 5), [textButton("Да")]] },
      "keyboard contains too much buttons"
    ],
    ["inline is not a flag", { inline: 1, buttons: [] }, "inline property should be boolean"],
    ["it is inline and of one use", { inline: true, one_time: true, buttons: grid(1, 1) }, "one_time"],
    ["it is inline without buttons", { inline: true, buttons: [] }, "911"],
    ["it has no buttons at all", {}, "buttons property should be array"],
    ["a row is empty", { buttons: [[]] }, "row [0] is empty"],
    ["a callback button stands in a keyboard of one use", { one_time: true, buttons: [[button("Да")]] }, "one_time"],
    ["a label has 41 characters", one({ label: "ы".repeat(41) }), "label is too long"],
    ["a label is blank", one({ label: " " }), "button [0][0] label should be at least 1 letters length"],
    ["a payload has 256 characters", one({ payload: JSON.stringify("ы".repeat(254)) }), "too long payload"],
    ["a payload is not JSON", one({ payload: "{" }), "911"],
    ["the colour is unknown", one({}, "default"), "invalid color"],
    ["the action is unknown", one({ type: "dance" }), "unknown action type"],
    ["the action has a strange field", one({ extra: 1 }), "action contains unknown fields"],
    [
      "a link is none",
      { inline: true, buttons: [[{ action: { type: "open_link", link: "нет", label: "Да" } }]] },
      "button [0][0] has invalid link"
    ],
    [
      "a link button has a colour",
      { buttons: [[{ action: { type: "open_link", link: "https://vk.ru", label: "Да" }, color: "primary" }]] },
      "button [0][0] has action type which is not compatible with setting colors"
    ]
  ])("%s", (_case, keyboard, text) => {
    expect(refusal(keyboard)).toContain(text)
  })

  it("and the sender learns it as error 911", async () => {
    const { bot, peer } = await teamOf()
    const answer = await bot.call("messages.send", {
      peer_ids: peer,
      random_id: 1,
      message: "Кто отвечает?",
      keyboard: { inline: true, buttons: grid(7, 1) }
    })
    expect(answer).toMatchObject({
      error: { error_code: 911, error_msg: "Keyboard format is invalid: buttons contain too much rows" }
    })
  })
})

describe("the keyboard under the input", () => {
  it("stays until an empty one removes it", async () => {
    const { bot, peer, sandbox } = await teamOf()
    await bot.send(peer, "Меню", { keyboard: { buttons: [[textButton("Счёт")]] } })
    await bot.send(peer, "Ещё сообщение")
    expect(sandbox.control.messages(peer).keyboard?.buttons[0]?.[0]?.action.label).toBe("Счёт")
    await bot.send(peer, "Убрал", { keyboard: { buttons: [] } })
    expect(sandbox.control.messages(peer).keyboard).toBeNull()
  })

  it("goes away after one press when it is of one use", async () => {
    const { anya, bot, peer, sandbox } = await teamOf()
    await bot.send(peer, "Меню", { keyboard: { one_time: true, buttons: [[textButton("Счёт")]] } })
    sandbox.control.pressButton(peer, { from_id: anya, button: "Счёт" })
    expect(sandbox.control.messages(peer).keyboard).toBeNull()
  })
})
