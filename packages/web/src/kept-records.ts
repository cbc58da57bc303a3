/** What is kept in IndexedDB: device keys, and what was fetched of each record. A browser that keeps nothing gives nothing back. */
const NAME = 'paraph'
const VERSION = 1
const STORES = ['keys', 'records', 'heads'] as const
type StoreName = (typeof STORES)[number]

let opened: Promise<IDBDatabase> | undefined
const open = (): Promise<IDBDatabase> => {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, VERSION)
    asked.onupgradeneeded = () => {
      for (const store of STORES) asked.result.createObjectStore(store)
    }
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
  return opened
}

const run = async <Answer>(store: StoreName, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<Answer> => {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode)
    const asked = work(transaction.objectStore(store))
    transaction.oncomplete = () => resolve(asked.result as Answer)
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
}

export const keep = {
  get: <Value>(store: StoreName, name: string): Promise<Value | undefined> =>
    run<Value | undefined>(store, 'readonly', (from) => from.get(name)).catch(() => undefined),
  all: <Value>(store: StoreName): Promise<readonly Value[]> => run<Value[]>(store, 'readonly', (from) => from.getAll()).catch(() => []),
  put: (store: StoreName, name: string, value: unknown): Promise<void> => run<void>(store, 'readwrite', (into) => into.put(value, name)),
  drop: (store: StoreName, name: string): Promise<void> => run<void>(store, 'readwrite', (from) => from.delete(name)),
}
