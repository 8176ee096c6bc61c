/** The way of a state from each version of the rules to the next. */
import { Schema } from "effect"
import type { Lifts } from "./lift-snapshot.ts"
import { PresetName, presets, Settings } from "./settings.ts"

type Parts = { readonly [key: string]: unknown }

const isParts = (value: unknown): value is Parts => typeof value === "object" && value !== null && !Array.isArray(value)
const isPreset = Schema.is(PresetName)

/** Numbers of version 1: what is not told means that there was no such rule. */
const withoutNewRules = Schema.decodeUnknownOption(Settings)

/** A game that runs keeps its rules; the next one has all of its preset. */
const settingsOfVersion2 = (tag: unknown, settings: unknown): unknown => {
  if (!isParts(settings)) return settings
  const preset = settings["preset"]
  const isOver = tag === "Idle" || tag === "Finished"
  if (isOver && isPreset(preset)) return { ...presets[preset], ...settings }
  const found = withoutNewRules(settings)
  return found._tag === "Some" ? found.value : settings
}

const resultOfVersion2 = (result: unknown): unknown =>
  isParts(result) ? { passed: [], given: null, decidedBy: "judge", appeal: "none", ...result } : result

const fieldsOfPhase: { readonly [tag: string]: Parts } = {
  Wheel: { series: null },
  Discussion: { series: null, minutesSpent: 0, helped: false },
  Choice: { series: null, earnsMinute: false },
  Answer: { series: null, earnsMinute: false },
  Finished: { nextSettings: null }
}
const isRunning = new Set<unknown>(["Wheel", "Discussion", "Choice", "Answer", "Verdict"])

/** Version 2 brought the wheel, blitzes, extra minutes, votes, appeals and pauses. */
const toVersion2 = (older: unknown): unknown => {
  if (!isParts(older)) return older
  const tag = older["_tag"]
  const results = older["results"]
  return {
    ...older,
    ...(isRunning.has(tag) ? { reserves: { extraMinutes: 0, clubHelps: 0, appeals: 0 }, board: null } : {}),
    ...(typeof tag === "string" ? fieldsOfPhase[tag] : {}),
    ...(Array.isArray(results) ? { results: results.map(resultOfVersion2) } : {}),
    settings: settingsOfVersion2(tag, older["settings"])
  }
}

/** «Молния» of version 2 had phases of five seconds. */
const lightningOnce: Partial<Settings> = {
  discussionMs: 5_000,
  warningMs: 0,
  choiceMs: 5_000,
  answerMs: 5_000,
  verdictMs: 5_000,
  blitzMs: 5_000,
  clubHelpMs: 5_000,
  voteMs: 5_000,
  appealMs: 5_000
}
const isLightningOnce = (settings: Parts): boolean =>
  settings["preset"] === "lightning" && Object.entries(lightningOnce).every(([key, value]) => settings[key] === value)

/** The next game has the rules of its preset that are new, and its numbers unless somebody chose others. */
const nextOfVersion3 = (settings: unknown): unknown => {
  if (!isParts(settings) || !isPreset(settings["preset"])) return settings
  const preset = presets[settings["preset"]]
  return isLightningOnce(settings) ? preset : { ...preset, ...settings }
}

/** Version 3 brought votes of the conversation, silence, a stop that asks back, and pauses that nobody asked for. */
const toVersion3 = (older: unknown): unknown => {
  if (!isParts(older)) return older
  switch (older["_tag"]) {
    case "Idle":
      return { ...older, settings: nextOfVersion3(older["settings"]) }
    case "Finished":
      return {
        ...older,
        settings: nextOfVersion3(older["settings"]),
        nextSettings: nextOfVersion3(older["nextSettings"])
      }
    case "Lobby":
      return { ...older, stopAskedAtMs: null }
    case "Paused":
      return { ...older, held: toVersion3(older["held"]), why: "asked", heldBefore: null }
    default:
      return { ...older, silentRounds: 0, stopAskedAtMs: null }
  }
}

/** The next game has what is new of its preset. */
const nextOfVersion4 = (settings: unknown): unknown =>
  isParts(settings) && isPreset(settings["preset"]) ? { ...presets[settings["preset"]], ...settings } : settings

/** Version 4 brought a clock that people may want to see. */
const toVersion4 = (older: unknown): unknown => {
  if (!isParts(older)) return older
  const settings = nextOfVersion4(older["settings"])
  if (older["_tag"] === "Idle") return { ...older, settings }
  if (older["_tag"] !== "Finished") return older
  return { ...older, settings, nextSettings: nextOfVersion4(older["nextSettings"]) }
}

export const lifts: Lifts = { 1: toVersion2, 2: toVersion3, 3: toVersion4 }
