import { connect, createServer, type Socket } from 'node:net'

/** A TCP line to a database server that can be cut. `url` goes through it. */
export type Line = {
  readonly url: string
  /** When a client says `commit`: `before` cuts the line instead of passing it on; `after` passes it on, and cuts the line at the first answer. Once. */
  readonly cutAtCommit: (when: 'before' | 'after') => void
  /** Ends every connection, and refuses new ones until `mend`. */
  readonly cut: () => void
  readonly mend: () => void
  readonly close: () => void
}

export const lineTo = async (url: string): Promise<Line> => {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  let down = false
  let cutting: 'before' | 'after' | undefined
  const server = createServer((client) => {
    if (down) {
      client.destroy()
      return
    }
    const far = connect({ host: hostname, port: Number(port) })
    const end = () => {
      client.destroy()
      far.destroy()
    }
    let last = false
    for (const socket of [client, far]) {
      sockets.add(socket)
      socket.on('error', end)
      socket.on('close', () => {
        sockets.delete(socket)
        end()
      })
    }
    client.on('data', (bytes) => {
      if (cutting !== undefined && bytes.includes('commit\0')) {
        if (cutting === 'before') end()
        else last = true
        cutting = undefined
      }
      if (!far.destroyed) far.write(bytes)
    })
    far.on('data', (bytes) => {
      if (last) end()
      else client.write(bytes)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const through = new URL(url)
  through.port = String(typeof address === 'object' && address !== null ? address.port : 0)
  const drop = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: through.href,
    cutAtCommit: (when) => {
      cutting = when
    },
    cut: () => {
      down = true
      drop()
    },
    mend: () => {
      down = false
    },
    close: () => {
      drop()
      server.close()
    },
  }
}
