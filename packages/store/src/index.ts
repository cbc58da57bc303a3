export {
  type Damage,
  type DamageCode,
  QUICK_CHECK_LIMIT,
  type Recoverable,
  type RecoverableLog,
  type RecoveryWay,
  recoverable,
} from './damage.ts'
export { type DataFolder, type FolderCode, type Holder, openDataFolder, readHolder } from './folder.ts'
export { SCHEMA_VERSION, type TableKind, TABLES } from './schema.ts'
export { type KeyCode, PRIVATE_FOLDER_MODE, type SecretKey, type Secrets, secretsIn, SEED_LENGTH } from './secrets.ts'
export { SLUG_ATTEMPTS } from './sql-store.ts'
export { BUSY_WAIT, DATABASE_NAME, type OpenCode, openStore, type StorePlace } from './sqlite.ts'
export {
  APPEND_LIMIT,
  type AppendCode,
  type FailureCause,
  type Head,
  PAGE_LENGTH,
  type Row,
  type Store,
  type StoredAct,
  StoreDamaged,
  type StoredLog,
  type Work,
} from './store.ts'
export { PRIVATE_MODE, writeAll } from './write-all.ts'
