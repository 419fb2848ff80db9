#include "CRecordIndex.h"

enum { block_size = 64 };

// The inner loops have no branches, so that the compiler makes vectors of them.

static unsigned ascii_digits(const uint8_t *bytes, size_t count) {
  unsigned digits = 0;
  for (size_t i = 0; i < count; i++) digits += (uint8_t)(bytes[i] - '0') < 10;
  return digits;
}

// Full-width digits are EF BC 90 to EF BC 99; `bytes` go on for two bytes behind `count`.
static unsigned wide_digits(const uint8_t *bytes, size_t count) {
  unsigned digits = 0;
  for (size_t i = 0; i < count; i++) {
    digits += (bytes[i] == 0xEF) & (bytes[i + 1] == 0xBC) & ((uint8_t)(bytes[i + 2] - 0x90) < 10);
  }
  return digits;
}

bool text_may_hold_digits(const uint8_t *bytes, size_t count, unsigned least) {
  // Of the block at hand and the two before it.
  unsigned last = 0, before = 0;
  for (size_t start = 0; start < count; start += block_size) {
    size_t size = count - start < block_size ? count - start : block_size;
    size_t whole = count - start >= size + 2 ? size : count - start < 2 ? 0 : count - start - 2;
    unsigned digits = ascii_digits(bytes + start, size) + wide_digits(bytes + start, whole);
    if (digits + last + before >= least) return true;
    before = last;
    last = digits;
  }
  return false;
}
