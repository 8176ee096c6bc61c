/** What people read off the bot's messages, as the sandbox shows them. */

export interface Button {
  readonly action: { readonly type: string; readonly label?: string }
}

export interface Seen {
  readonly conversation_message_id: number
  readonly from_id: number
  readonly at: number
  readonly text: string
  readonly keyboard: { readonly inline: boolean; readonly buttons: ReadonlyArray<ReadonlyArray<Button>> } | null
  readonly random_id: number
  readonly attachments: ReadonlyArray<{ readonly type: string }>
  readonly edited_at: number | null
}

export const labelsOf = (keyboard: Seen["keyboard"]): ReadonlyArray<string> =>
  (keyboard?.buttons.flat() ?? []).map(({ action }) => action.label ?? "")

export const calledIn = ({ text }: Seen, before: RegExp): number | null => {
  const found = new RegExp(`${before.source}\\[id(\\d+)\\|`).exec(text)?.[1]
  return found === undefined ? null : Number(found)
}

export const isLobby = ({ keyboard }: Seen): boolean => labelsOf(keyboard).includes("Поехали")
export const isPause = ({ keyboard }: Seen): boolean => labelsOf(keyboard).includes("Продолжаем")
export const isQuestion = ({ text }: Seen): boolean => /(?:^|\n)❓ Раунд \d+/.test(text)
export const isChoice = ({ text }: Seen): boolean => /кто отвечает\?/i.test(text)
export const isCall = ({ text }: Seen): boolean => text.includes("🎤 ")
export const isVerdict = ({ text }: Seen): boolean => text.includes("\nСчёт: Знатоки ")
export const isEnd = ({ text }: Seen): boolean => text.startsWith("🏁 ") && !text.startsWith("🏁 Последняя игра")
