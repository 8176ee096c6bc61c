/** Who is writing: one pill per member, chosen with one click or Alt and a digit. */
import { avatar, h } from "./dom.js"

const keyOf = (peer) => `sandbox.speaker.${peer}`

export const speakers = (peer, onChosen) => {
  let members = []
  let chosen = Number(localStorage.getItem(keyOf(peer)) ?? 0)
  const row = h("div", { class: "pills", role: "radiogroup", "aria-label": "Пишу как" })
  const node = h("div", { class: "speakers" }, h("span", { class: "speakers-label" }, "Пишу как"), row)

  const pill = ({ first_name, id, last_name }, index) =>
    h(
      "button",
      {
        type: "button",
        role: "radio",
        class: id === chosen ? "pill on" : "pill",
        "aria-checked": id === chosen ? "true" : "false",
        title: `${first_name} ${last_name}${index < 9 ? ` — Alt+${index + 1}` : ""}`,
        onclick: () => choose(index)
      },
      avatar(id, `${first_name} ${last_name}`, true),
      h("span", {}, first_name)
    )

  /** With many people the row scrolls: who writes stays in sight. */
  const reveal = () => row.querySelector(".on")?.scrollIntoView({ block: "nearest", inline: "nearest" })
  new ResizeObserver(reveal).observe(row)

  const draw = () => {
    row.replaceChildren(...members.map(pill))
    reveal()
  }

  const choose = (index) => {
    const member = members[index]
    if (member === undefined) return
    chosen = member.id
    localStorage.setItem(keyOf(peer), String(chosen))
    draw()
    onChosen(true)
  }

  return {
    node,
    choose,
    current: () => chosen,
    show: (next) => {
      members = next
      if (!members.some((member) => member.id === chosen)) chosen = members[0]?.id ?? 0
      draw()
    }
  }
}
