// Checks a folder in the layout of c2sp.org/tlog-tiles with golang.org/x/mod/sumdb, which is not ours: the checkpoint is a signed note of the
// log that the policy names, every tile leads to its root, and every entry is the record that the tree has at its place.
package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: tlogcheck FOLDER")
		os.Exit(64)
	}
	size, err := check(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Printf("%d entries\n", size)
}

const tileHeight = 8
const tileWidth = 1 << tileHeight

func check(folder string) (int64, error) {
	tree, err := openCheckpoint(folder)
	if err != nil {
		return 0, err
	}
	hashes := tlog.TileHashReader(tree, &tileFiles{folder})
	indexes := make([]int64, tree.N)
	for n := range indexes {
		indexes[n] = tlog.StoredHashIndex(0, int64(n))
	}
	// TileHashReader gives no hash that the signed root does not vouch for.
	vouched, err := hashes.ReadHashes(indexes)
	if err != nil {
		return 0, err
	}
	for n := int64(0); n < tree.N; n += tileWidth {
		entries, err := readEntries(folder, n/tileWidth, min(tileWidth, tree.N-n))
		if err != nil {
			return 0, err
		}
		for at, entry := range entries {
			if tlog.RecordHash(entry) != vouched[n+int64(at)] {
				return 0, fmt.Errorf("entry %d is not the record that the tree has", n+int64(at))
			}
		}
	}
	return tree.N, nil
}

// openCheckpoint opens the signed note with the one key of the policy, and reads the three lines of a checkpoint.
func openCheckpoint(folder string) (tlog.Tree, error) {
	policy, err := os.ReadFile(filepath.Join(folder, "policy"))
	if err != nil {
		return tlog.Tree{}, err
	}
	words := strings.Fields(string(policy))
	if len(words) < 2 || words[0] != "log" {
		return tlog.Tree{}, errors.New("the policy names no log")
	}
	verifier, err := note.NewVerifier(words[1])
	if err != nil {
		return tlog.Tree{}, err
	}
	signed, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, errors.New("the checkpoint is not of three lines, or of another origin")
	}
	// The go.sum database writes the same three lines under a first line of its own.
	return tlog.ParseTree([]byte("go.sum database tree\n" + lines[1] + "\n" + lines[2] + "\n"))
}

// tileFiles reads tiles as c2sp.org/tlog-tiles names them; the go.sum database puts its tile height into the path.
type tileFiles struct{ folder string }

func (files *tileFiles) Height() int                           { return tileHeight }
func (files *tileFiles) SaveTiles(tiles []tlog.Tile, _ [][]byte) {}
func (files *tileFiles) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		path := strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/", tileHeight), "tile/", 1)
		bytes, err := os.ReadFile(filepath.Join(files.folder, filepath.FromSlash(path)))
		if err != nil {
			return nil, err
		}
		all = append(all, bytes)
	}
	return all, nil
}

// readEntries reads an entry bundle: a big-endian uint16 length before each entry.
func readEntries(folder string, n, width int64) ([][]byte, error) {
	path := tlog.Tile{H: tileHeight, L: 0, N: n, W: int(width)}.Path()
	path = strings.Replace(path, fmt.Sprintf("tile/%d/0/", tileHeight), "tile/entries/", 1)
	bytes, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(path)))
	if err != nil {
		return nil, err
	}
	var entries [][]byte
	for len(bytes) >= 2 {
		length := int(binary.BigEndian.Uint16(bytes))
		if len(bytes) < 2+length {
			return nil, fmt.Errorf("%s ends within an entry", path)
		}
		entries = append(entries, bytes[2:2+length])
		bytes = bytes[2+length:]
	}
	if len(bytes) != 0 || int64(len(entries)) != width {
		return nil, fmt.Errorf("%s holds %d entries, not %d", path, len(entries), width)
	}
	return entries, nil
}

func min(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}
