/** A short sound when the bot writes: off until it is wanted, and remembered. */
import { byId } from "./dom.js"

const KEY = "sandbox.sound"
const SECONDS = 0.12

let context

const beep = () => {
  context ??= new AudioContext()
  const tone = context.createOscillator()
  const volume = context.createGain()
  tone.frequency.value = 660
  volume.gain.setValueAtTime(0.08, context.currentTime)
  volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + SECONDS)
  tone.connect(volume).connect(context.destination)
  tone.start()
  tone.stop(context.currentTime + SECONDS)
}

const isOn = () => localStorage.getItem(KEY) === "on"

const show = (button) => {
  button.setAttribute("aria-pressed", String(isOn()))
  button.textContent = isOn() ? "🔔 Звук" : "🔕 Звук"
}

export const soundSwitch = () => {
  const button = byId("sound")
  show(button)
  button.addEventListener("click", () => {
    localStorage.setItem(KEY, isOn() ? "off" : "on")
    show(button)
    // A browser lets a page sound only after a press: this is one.
    if (isOn()) beep()
  })
}

export const heard = ({ from_id }) => {
  if (isOn() && from_id < 0) beep()
}
