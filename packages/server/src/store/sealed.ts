/** HMAC of a normalised value, base64url. */
export type BlindIndex = string
/** AES-GCM of a JSON value under the record's id, base64url with the key's id in front. */
export type Sealed = string
