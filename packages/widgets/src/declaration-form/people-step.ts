import { html, nothing, type TemplateResult } from 'lit'
import { renderActionButton } from '../fields/action-button.js'
import { fillWords } from '../words/catalogue.js'
import { renderLink } from './link-button.js'
import { callPerson, type StepContext } from './step-context.js'

/** Who is on the declaration so far, and the way to add a relative. */
export function renderPeopleStep(context: StepContext): TemplateResult {
  const { words, draft, config } = context
  const { maxPeople } = config.limits
  const isFull = draft.people.length >= maxPeople
  return html`
    <p>${words.people.intro}</p>
    <ul class="people">
      ${draft.people.map((_, index) => renderPerson(context, index))}
    </ul>
    ${
      isFull
        ? html`<p class="notice">${fillWords(words.people.full, { count: maxPeople })}</p>`
        : html`<div class="actions">
            ${renderActionButton({
              label: words.people.add,
              isSecondary: true,
              onPress: () => context.addPerson(),
            })}
          </div>`
    }
  `
}

function renderPerson(context: StepContext, index: number) {
  const { words, draft } = context
  const person = draft.people[index]
  if (!person) return nothing
  const name = callPerson(context, index)
  const relation = Object.entries(words.relations).find(([value]) => value === person.relation)?.[1]
  const born = person.year ? fillWords(words.people.born, { year: person.year }) : undefined
  return html`
    <li class="card person" part="person">
      <div>
        <h3>${name}</h3>
        <p class="muted number">
          ${[relation, born].filter(Boolean).join(' · ') || words.people.incomplete}
        </p>
      </div>
      <div class="actions">
        ${renderLink(words.common.change, fillWords(words.people.change, { name }), () =>
          context.goTo({ name: 'person', index }),
        )}
        ${
          index === 0
            ? nothing
            : renderLink(words.common.remove, fillWords(words.people.remove, { name }), () =>
                context.removePerson(index),
              )
        }
      </div>
    </li>
  `
}
