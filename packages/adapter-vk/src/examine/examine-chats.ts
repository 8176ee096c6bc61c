/** In which conversations the bot hears all that is said: where it does not, people have to write with a slash. */
import { type Examined, ok, warn } from "@znatoki/ports/examined"
import { Effect, Schema } from "effect"
import { makeAdministered } from "../api/administered.ts"
import type { VkApi } from "../api/vk-api.ts"
import { sayError } from "../api/vk-error.ts"

const looked = 50
const chatsFrom = 2_000_000_000

const Conversations = Schema.Struct({
  items: Schema.Array(
    Schema.Struct({
      conversation: Schema.Struct({
        peer: Schema.Struct({ id: Schema.Int }),
        chat_settings: Schema.optionalKey(Schema.Struct({ title: Schema.String }))
      })
    })
  )
})

/** What the bot cannot be given by VK's API alone. */
const abilities = "Управление → Сообщения → Настройки для бота"

export const examineChats = (vk: VkApi["Service"]): Effect.Effect<Examined> =>
  Effect.gen(function* () {
    const { items } = yield* vk.call("messages.getConversations", { count: String(looked) }, Conversations, {
      attempts: 2
    })
    const chats = items.map(({ conversation }) => conversation).filter(({ peer }) => peer.id > chatsFrom)
    const ours = yield* makeAdministered(vk)(chats.map(({ peer }) => ({ peerId: peer.id, anew: true })))
    const deaf = chats.filter(({ peer }) => !ours.has(peer.id))
    if (chats.length === 0) {
      return warn(
        "conversations",
        "none yet",
        `${abilities}: «Возможности ботов» and «Разрешать добавлять сообщество в беседы».`
      )
    }
    const found = `${chats.length} looked at, administrator of ${chats.length - deaf.length}`
    if (deaf.length === 0) return ok("conversations", found)
    return warn(
      "conversations",
      `${found}; not of ${deaf.length}`,
      "A conversation's administrator makes the bot one too, or gives it «Доступ ко всей переписке»; else people write «/ответ …»."
    )
  }).pipe(
    Effect.catch((error) =>
      Effect.succeed(
        warn("conversations", `could not be looked at (${sayError(error)})`, `${abilities}: «Возможности ботов».`)
      )
    )
  )
