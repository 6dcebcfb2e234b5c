import { chown, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Gives what root has made to whoever owns the folder it lies in: the user that the server runs as. */
export async function giveToOwner(path: string): Promise<void> {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = await stat(dirname(path))
  if (uid !== 0) await chown(path, uid, gid)
}
