import { equalBytes, hex } from '../bytes.ts'
import type { Checkpoint } from '../checkpoint.ts'
import type { MerkleTree } from '../merkle.ts'
import { hashTilesOf, tilePath } from '../tile.ts'
import type { Checks } from './checks.ts'
import type { RecordSource } from './source.ts'
import { type Fault, faultOf } from './verdict.ts'

/** Root = tiles = leaves. Level 0 was compared leaf by leaf already. */
export const checkTree = async (
  source: RecordSource,
  { tree, checkpoint, checks }: { tree: MerkleTree; checkpoint: Checkpoint; checks: Checks },
): Promise<Fault | undefined> => {
  const root = hex(tree.root())
  if (checks.has('root') && root !== checkpoint.root) return faultOf('root', { leaves: root, checkpoint: checkpoint.root })
  for (const tile of hashTilesOf(tree.size)) {
    if (tile.level === 0) continue
    const file = tilePath(tile)
    const shown = await source.hashTile(tile)
    if (shown === undefined) return faultOf('tile-missing', { file })
    if (checks.has('hash-tile') && !equalBytes(shown, tree.hashTile(tile.level, tile.index, tile.width)))
      return faultOf('hash-tile', { file })
  }
  return undefined
}
