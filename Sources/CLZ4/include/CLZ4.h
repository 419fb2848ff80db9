#ifndef CLZ4_H
#define CLZ4_H

#include <stddef.h>
#include <stdint.h>

// Fast compression of blocks of text: the LZ4 block format (lz4_Block_format.md of the LZ4 project), which every LZ4
// library reads. zlib, which is there anyway, needs five times as long, more than all other work on a row together.
// Pure functions over memory of the caller.

/// Room that `lz4_pack` needs at most for `count` bytes.
static inline size_t lz4_bound(size_t count) { return count + count / 255 + 16; }

/// Compresses `count` bytes (below 2^31) into `output`, which has room for `lz4_bound(count)`.
///
/// \returns the number of bytes written. The same bytes always give the same block.
size_t lz4_pack(const uint8_t *bytes, size_t count, uint8_t *output);

/// Unpacks a block into exactly `size` bytes.
///
/// \returns 0; -1 where the block is damaged or of another size. Neither buffer is left, whatever the block holds.
int lz4_unpack(const uint8_t *block, size_t count, uint8_t *output, size_t size);

#endif
