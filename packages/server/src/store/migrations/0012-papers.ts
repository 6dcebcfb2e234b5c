import { type Kysely, sql } from 'kysely'

/** Declarations on paper, from handing in to entering. */
export async function createPapers(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table papers (
    paper_id text primary key,
    kind text not null,
    post text,
    state text not null,
    received_at bigint not null,
    received_by text not null,
    closed_at bigint,
    declaration_id text,
    sealed text not null
  )`,
  'create index papers_state on papers (state, paper_id)',
]
