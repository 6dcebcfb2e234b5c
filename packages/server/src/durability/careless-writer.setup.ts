import { DatabaseSync } from 'node:sqlite'

// The control of power-cut.test.ts: a process whose database calls kept what no disk has seen.
const [file = '', synchronous = ''] = process.argv.slice(2)
const db = new DatabaseSync(file)
db.exec(`pragma journal_mode=wal; pragma synchronous=${synchronous}`)
db.exec('create table if not exists kept (id integer primary key)')
for (let id = 1; id <= 200; id += 1) db.prepare('insert into kept values (?)').run(id)
process.stdout.write('200\n')
process.kill(process.pid, 'SIGKILL')
