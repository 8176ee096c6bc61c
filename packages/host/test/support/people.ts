/** Who plays in the tests. */
import { type Player, PlayerId } from "@znatoki/engine"

export const person = (id: string, name: string): Player => ({ id: PlayerId.make(id), name })

export const anya = person("1", "Аня")
export const boris = person("2", "Борис")
export const vera = person("3", "Вера")
export const stranger = person("99", "Глеб")
