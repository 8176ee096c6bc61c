import { Refusal } from "@znatoki/engine"
import { plainText } from "@znatoki/chat/plain-text"
import { speak } from "@znatoki/host/speak"
import { describe, expect, it } from "vitest"
import { anya } from "./support/people.ts"
import { everyState, lastVerdict } from "./support/states.ts"

const refused = (reason: Refusal) => [{ _tag: "Refused", reason, by: anya.id }] as const
const cases = everyState.flatMap((state) => Refusal.literals.map((reason) => ({ state, reason })))

describe("a refusal", () => {
  it("of a press is a notice and no message", () => {
    for (const { reason, state } of cases) {
      const { notice, outgoing } = speak(state, refused(reason), "press")
      expect(outgoing).toEqual([])
      expect(notice).not.toBeNull()
    }
  })

  it("of words is one short message and no notice", () => {
    for (const { reason, state } of cases) {
      const { notice, outgoing } = speak(state, refused(reason), "words")
      expect(notice).toBeNull()
      expect(outgoing).toHaveLength(1)
      expect(outgoing[0]).toMatchObject({ _tag: "Say", keyboard: null, slot: null })
    }
  })

  it.each(["talk", "clock"] as const)("of %s is nothing", (via) => {
    for (const { reason, state } of cases) {
      expect(speak(state, refused(reason), via)).toEqual({ outgoing: [], notice: null })
    }
  })

  it("of who watches the last round names no button that is not there", () => {
    const { notice } = speak(lastVerdict, refused("not seated"), "press")
    expect(notice).toBe("Вы не за столом: итоги я покажу и сам")
  })

  it("of what comes too late in the last round does not tell to go on to a next one", () => {
    const { notice } = speak(lastVerdict, refused("not now"), "press")
    expect(notice).toBe("Последний раунд сыгран: впереди только итоги")
  })

  it("is worded as the snapshot says", async () => {
    const worded = Refusal.literals.map((reason) => {
      const lines = everyState.map((state) => {
        const [said] = speak(state, refused(reason), "words", { by: anya }).outgoing
        return `  ${state._tag}: ${said === undefined ? "" : plainText(said.text)}`
      })
      return `${reason}\n${lines.join("\n")}`
    })
    await expect(worded.join("\n\n") + "\n").toMatchFileSnapshot("./snapshots/refusals.txt")
  })
})
