/** Small words: those whose presence changes nothing in an answer, and those that turn it round. */

const harmless = new Set(
  "в во на о об обо от ото из изо у к ко с со по для за под подо над надо при перед про через и а же ли бы то это the a an of de la le les et and".split(
    " "
  )
)
const negations = new Set(["не", "ни", "нет", "нету", "без", "кроме"])
const prepositions = new Set(
  "в во на о об обо от ото из изо у к ко с со по для за под подо над надо при перед про через".split(" ")
)

const idle = new Set(
  "он она оно они его ее их им ему ей ней нем него нее нему них ними мы нас наш я мой свой свое свои своя свою своего своей своему своим своими своих собой себе себя был была было были появился появилась появилось появились будет будут там тут здесь".split(
    " "
  )
)

/** Who it was and that it was: of a phrase that may be said or left out. */
export const isIdle = (word: string): boolean => idle.has(word)

export const isHarmless = (word: string): boolean => harmless.has(word)

export const isNegation = (word: string): boolean => negations.has(word)

export const isPreposition = (word: string): boolean => prepositions.has(word)
