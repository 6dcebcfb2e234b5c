import { openWordSchema } from './text.js'

/**
 * How a declaration came in (dispatch 391, I.3): by the declarer's own device, on a post's computer,
 * with an officer's help, or on paper and entered later.
 */
export const channels = ['self', 'post', 'assisted', 'paper'] as const
/** How a declaration came in; one of `channels`. */
export const channelSchema = openWordSchema(channels)
