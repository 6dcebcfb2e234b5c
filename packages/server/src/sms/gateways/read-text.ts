/** Operators answer in a line; whoever sends more is not the operator. */
const maxBytes = 65_536

/**
 * Reads a short answer.
 *
 * @throws {TypeError} when it is longer than 64 kB; the rest is not read.
 */
export async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let bytes = 0
  let text = ''
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) throw new TypeError('the answer is too long')
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
