export {
  type BackupCode,
  checkAll,
  type Kept,
  type OpenBackupCode,
  openBackup,
  type RecordCheck,
  type RestoreCode,
  restoreBackup,
  writeBackup,
} from './backup.ts'
export { type Copied, type CopyCode, type CopyOptions, type CopyProgress, copyRecords } from './copying.ts'
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
export { type DatabaseCode, type DatabasePlace, isDatabaseUrl, openDatabase } from './postgres.ts'
export type { UnusableCause } from './postgres-errors.ts'
export { SCHEMA_VERSION, type TableKind, TABLES } from './schema.ts'
export { newDatabase, type NewFileCode } from './newfile.ts'
export { type KeyCode, PRIVATE_FOLDER_MODE, type SecretKey, type Secrets, secretsIn, SEED_LENGTH } from './secrets.ts'
export { SLUG_ATTEMPTS } from './sql-store.ts'
export { BUSY_WAIT, DATABASE_NAME, type OpenCode, openStore, type StorePlace } from './sqlite.ts'
export {
  APPEND_LIMIT,
  type AppendCode,
  BLOB_LIMIT,
  type BlobCode,
  type Consignment,
  type EraseCode,
  type FailureCause,
  type Follower,
  type Head,
  PAGE_LENGTH,
  type ReceiveCode,
  type Row,
  type SignedSize,
  type Store,
  type StoredAct,
  type StoredBlob,
  StoreDamaged,
  type StoredLog,
  StoreUnreachable,
  type Work,
} from './store.ts'
export { PRIVATE_MODE, writeAll } from './write-all.ts'
