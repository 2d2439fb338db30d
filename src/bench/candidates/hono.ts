/** A bare Hono server: reads the body and answers 200. */
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { listen, type Start } from './listening.ts'

export const start: Start = ({ port }) => {
  const app = new Hono()
  app.post('/feishu/events', async (c) => {
    await c.req.arrayBuffer()
    return c.json({})
  })
  return listen(getRequestListener(app.fetch), port)
}
