import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A line to a server that can be cut. A browser that is told to be offline keeps the connections it has. */
export interface Wire {
  url: string
  cut: () => void
  mend: () => void
  whole: () => boolean
  end: () => Promise<unknown>
}

export async function wire(to: string): Promise<Wire> {
  const { hostname, port } = new URL(to)
  const open = new Set<Socket>()
  let whole = true
  const server = createServer((near) => {
    if (!whole) return near.destroy()
    const far = connect(Number(port), hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => open.delete(one) && other.destroy())
      one.pipe(other)
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const drop = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      whole = false
      drop()
    },
    mend: () => {
      whole = true
    },
    whole: () => whole,
    end: () => {
      const closed = once(server, 'close')
      server.close()
      drop()
      return closed
    },
  }
}
