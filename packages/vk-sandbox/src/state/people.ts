/** Who exists: the directory of people, with ids given in order. */

export interface Name {
  readonly first_name: string
  readonly last_name: string
}

export interface Person extends Name {
  readonly id: number
  /** Deleted their page, or were banned from VK. */
  deactivated?: "deleted" | "banned"
}

export interface People {
  readonly add: (name: Name) => Person
  readonly get: (id: number) => Person | undefined
  readonly all: () => ReadonlyArray<Person>
}

export const makePeople = (saved: ReadonlyArray<Person> = []): People => {
  const byId = new Map(saved.map((person) => [person.id, person]))
  return {
    add: (name) => {
      const person = { id: byId.size + 1, first_name: name.first_name, last_name: name.last_name }
      byId.set(person.id, person)
      return person
    },
    get: (id) => byId.get(id),
    all: () => [...byId.values()]
  }
}
