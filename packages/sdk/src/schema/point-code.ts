import * as z from 'zod/mini'

/** The eight characters in a declaration point's address, `/kbyt?diem=<code>`. */
export const pointCodeSchema = z.string().check(z.regex(/^[0-9A-Za-z]{8}$/))
