import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Passwords } from '../ports.js'
import { createWorkQueue } from './work-queue.js'

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19 * 1024, passes: 2, parallelism: 1 } as const
const tagLength = 32
const derive = promisify(argon2)
/**
 * Node has four threads for all cryptography: were they full of passwords, every other request would
 * wait for them.
 */
const enqueue = createWorkQueue({ running: 2, waiting: 50 })

const encode = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')

/**
 * Password hashes by argon2id in the PHC string format, so that a later, higher cost can be told
 * from today's. NFC and NFD spellings of one password are one password.
 *
 * @example
 * const passwords = createPasswords()
 * await passwords.verify(await passwords.hash('mật khẩu'), 'mật khẩu') // true
 */
export function createPasswords(): Passwords {
  return {
    async hash(password) {
      const salt = randomBytes(16)
      const tag = await stretch(password, { ...cost, salt, tagLength })
      const { memory, passes, parallelism } = cost
      const parameters = `m=${memory},t=${passes},p=${parallelism}`
      return `$argon2id$v=19$${parameters}$${encode(salt)}$${encode(tag)}`
    },
    async verify(hash, password) {
      const { tag, ...parameters } = parseHash(hash)
      return timingSafeEqual(await stretch(password, parameters), tag)
    },
  }
}

interface Parameters {
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
  readonly salt: Buffer
  readonly tagLength: number
}

const stretch = (password: string, { salt, ...parameters }: Parameters): Promise<Buffer> =>
  enqueue(() =>
    derive('argon2id', { ...parameters, nonce: salt, message: password.normalize('NFC') }),
  )

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** @throws {Error} when the text is no hash of ours: the row is damaged, which is no wrong password. */
function parseHash(hash: string): Parameters & { readonly tag: Buffer } {
  const [, memory, passes, parallelism, salt = '', text = ''] = phc.exec(hash) ?? []
  if (!text) throw new Error('not an argon2id password hash')
  const tag = Buffer.from(text, 'base64')
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    tag,
    tagLength: tag.length,
  }
}
