/** What to do when another program has the port. */

export const adviceForPort = (variable: string, port: number): string =>
  `Port ${port} is taken by another program: stop it, or set ${variable} to a free port.`
