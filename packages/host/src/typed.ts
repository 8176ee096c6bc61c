/** What to write to be heard: where the bot may not hear what is not said to it, only a slash in front is sure to reach it. */

export const typed = (words: string, hearsAll: boolean): string => `«${hearsAll ? "" : "/"}${words}»`
