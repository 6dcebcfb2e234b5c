import { request } from 'node:http'

/** @typedef {{ path: string, token: string, body: string, headers?: Record<string, string> }} Call */

/**
 * Posts a body and reads the answer to its end; 0 is an answer that never came.
 *
 * @param {import('node:http').Agent} agent
 * @param {string} url
 * @param {Call} call
 * @returns {Promise<{ status: number, text: string }>}
 */
export const send = (agent, url, { path, token, body, headers }) =>
  new Promise((resolve) => {
    const all = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...headers,
    }
    const sent = request(`${url}${path}`, { method: 'POST', agent, headers: all }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part) => {
        text += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    sent.on('error', () => resolve({ status: 0, text: '' }))
    sent.end(body)
  })
