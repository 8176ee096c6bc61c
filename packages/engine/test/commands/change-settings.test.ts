import { describe, expect, it } from "vitest"
import { reduce } from "../../src/reduce.ts"
import { presets } from "../../src/settings.ts"
import { after, ann, bob, change, refusal, scene, start } from "../scene.ts"

const { answer, choice, discussion, finished, idle, lobby, verdict, wheel } = scene()

describe("changing the settings", () => {
  it("before the first game decides it", () => {
    expect(after(idle, change(bob, presets.quick), start(ann))).toMatchObject({
      _tag: "Lobby",
      settings: presets.quick
    })
  })

  it("after a game decides the next, and leaves the last as it was played", () => {
    const chosen = after(finished, change(bob, presets.quick))
    expect(chosen).toMatchObject({ settings: finished.settings, nextSettings: presets.quick })
    expect(after(chosen, start(ann))).toMatchObject({ _tag: "Lobby", settings: presets.quick })
    expect(after(chosen, start(ann, presets.tv))).toMatchObject({ settings: presets.tv })
  })

  it("in the lobby begins its time anew", () => {
    const step = reduce(lobby, change(bob, presets.slow))
    expect(step.state).toMatchObject({ _tag: "Lobby", players: [ann, bob], settings: presets.slow })
    expect(step.effects).toEqual([
      { _tag: "SettingsChosen", by: bob.id, settings: presets.slow },
      { _tag: "TimerSet", timer: "0/lobby", atMs: 5_000 + presets.slow.lobbyMs }
    ])
  })

  it("in the lobby is refused when more people sit than would have seats, and only then", () => {
    const narrow = { ...presets.quick, playersMax: 1 }
    expect(reduce(lobby, change(ann, narrow))).toEqual(refusal(lobby, ann, "too many seated"))
    expect(after(lobby, change(ann, { ...narrow, playersMax: lobby.players.length }))).toMatchObject({
      settings: { playersMax: lobby.players.length }
    })
  })

  it.each([wheel, discussion, choice, answer, verdict])("is refused in $_tag", (state) => {
    expect(reduce(state, change(ann, presets.quick))).toEqual(refusal(state, ann, "settings fixed"))
  })
})
