/** The one entry point of the rules. */
import { changeSettings } from "./commands/change-settings.ts"
import { hostGone, hostReturned } from "./commands/host.ts"
import { info } from "./commands/info.ts"
import { pause } from "./commands/pause.ts"
import { resume } from "./commands/resume.ts"
import { rule } from "./commands/rule.ts"
import { start } from "./commands/start.ts"
import { answerStop, orderStop, stop } from "./commands/stop.ts"
import type { AnyPhaseEvent, GameEvent, PhaseEvent } from "./game-event.ts"
import type { GameState } from "./game-state.ts"
import { answer } from "./phases/answer.ts"
import { choice } from "./phases/choice.ts"
import { clubHelp } from "./phases/club-help.ts"
import { discussion } from "./phases/discussion.ts"
import { finished } from "./phases/finished.ts"
import { idle } from "./phases/idle.ts"
import { lobby } from "./phases/lobby.ts"
import { paused } from "./phases/paused.ts"
import { soloChoice } from "./phases/solo-choice.ts"
import { verdict } from "./phases/verdict.ts"
import { voting } from "./phases/voting.ts"
import { wheel } from "./phases/wheel.ts"
import { isDue } from "./rules/deadline.ts"
import { giveBackOutage } from "./rules/give-back-outage.ts"
import { isPast, isPress, personOf } from "./rules/moment.ts"
import { hearPerson } from "./rules/silence.ts"
import { soundEvent } from "./sound-event.ts"
import { ignore, refuse, type Step } from "./step.ts"

/**
 * What `event` makes of a game: the next state and what to do about it.
 *
 * Pure and total: any event of its type gives a step and never throws, the same event in the same state always the same
 * step, and a state of a step can always be stored and read again. Neither is changed. What an event brings that no state
 * can hold becomes the nearest that it can: a time is cut to whole milliseconds, a number of `Settings` to one a game can
 * be played with, a player without a name is called by the id. A question without text or answer is as if none had come. Time is the event's `atMs`, dice are its `seed`; there is no other source of either. A
 * wish the rules do not grant gives the very same `state` object and a single `Refused`; an event that means nothing
 * now gives the very same `state` object and no effects. But where silence is minded (`silentRoundsMax`), the first event of
 * anybody at the table in a round makes another state, in which `silentRounds` is 0: also one that is refused, or means nothing. Which event does what, and how it is refused: `GameEvent`.
 */
export const reduce = (state: GameState, event: GameEvent): Step => {
  const sound = soundEvent(event)
  return sound === null ? ignore(state) : decide(hearPerson(state, sound), sound)
}

const decide = (state: GameState, event: GameEvent): Step => {
  if (isPress(event) && isPast(state, event.seen)) return refuse(state, personOf(event), "moment passed")
  if (isOfAnyPhase(event)) return inAnyPhase(state, event)
  if (event._tag === "TimerFired" && !isDue(state, event)) return ignore(state)
  return inPhase(state, event)
}

const anyPhase: { readonly [Tag in AnyPhaseEvent["_tag"]]: true } = {
  StartRequested: true,
  StopRequested: true,
  StopAnswered: true,
  StopOrdered: true,
  InfoRequested: true,
  OutageEnded: true,
  SettingsChanged: true,
  PauseRequested: true,
  ResumeRequested: true,
  RulingMade: true,
  HostGone: true,
  HostReturned: true
}
const isOfAnyPhase = (event: GameEvent): event is AnyPhaseEvent => event._tag in anyPhase

const inAnyPhase = (state: GameState, event: AnyPhaseEvent): Step => {
  switch (event._tag) {
    case "StartRequested":
      return start(state, event)
    case "StopRequested":
      return stop(state, event)
    case "StopAnswered":
      return answerStop(state, event)
    case "StopOrdered":
      return orderStop(state, event)
    case "InfoRequested":
      return info(state, event)
    case "OutageEnded":
      return giveBackOutage(state, event)
    case "SettingsChanged":
      return changeSettings(state, event)
    case "PauseRequested":
      return pause(state, event)
    case "ResumeRequested":
      return resume(state, event)
    case "RulingMade":
      return rule(state, event)
    case "HostGone":
      return hostGone(state, event)
    case "HostReturned":
      return hostReturned(state, event)
  }
}

/** A phase that gets `TimerFired` may trust that its own wait is over. */
const inPhase = (state: GameState, event: PhaseEvent): Step => {
  switch (state._tag) {
    case "Idle":
      return idle(state, event)
    case "Lobby":
      return lobby(state, event)
    case "SoloChoice":
      return soloChoice(state, event)
    case "Wheel":
      return wheel(state, event)
    case "Discussion":
      return discussion(state, event)
    case "ClubHelp":
      return clubHelp(state, event)
    case "Choice":
      return choice(state, event)
    case "Answer":
      return answer(state, event)
    case "Vote":
    case "Appeal":
      return voting(state, event)
    case "Verdict":
      return verdict(state, event)
    case "Paused":
      return paused(state, event)
    case "Finished":
      return finished(state, event)
  }
}
