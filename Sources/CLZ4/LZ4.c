#include "CLZ4.h"

#include <string.h>

// A block is a run of sequences: a token (number of literals in the high half, length of the match less 4 in the low
// one; 15 goes on in bytes of up to 255), the literals, and the distance of the match as two bytes. The last sequence is
// literals alone: at least the last 5 bytes, and no match begins in the last 12.

enum { min_match = 4, last_literals = 5, match_limit = 12, max_distance = 65535, hash_bits = 13 };

static inline uint32_t word(const uint8_t *at) {
  uint32_t value;
  memcpy(&value, at, 4);
  return value;
}

static inline uint64_t wide(const uint8_t *at) {
  uint64_t value;
  memcpy(&value, at, 8);
  return value;
}

static inline uint32_t slot(uint32_t value) { return value * 2654435761u >> (32 - hash_bits); }

/// Bytes from `at` and from `other` on that are the same, up to `end`.
static inline size_t common(const uint8_t *at, const uint8_t *other, const uint8_t *end) {
  const uint8_t *start = at;
  while (end - at >= 8) {
    uint64_t difference = wide(at) ^ wide(other);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (difference) return (size_t)(at - start) + (size_t)(__builtin_ctzll(difference) >> 3);
#else
    if (difference) return (size_t)(at - start) + (size_t)(__builtin_clzll(difference) >> 3);
#endif
    at += 8;
    other += 8;
  }
  while (at < end && *at == *other) {
    at++;
    other++;
  }
  return (size_t)(at - start);
}

/// The rest of a number that did not fit the token.
static inline uint8_t *put_rest(uint8_t *output, size_t rest) {
  while (rest >= 255) {
    *output++ = 255;
    rest -= 255;
  }
  *output++ = (uint8_t)rest;
  return output;
}

static inline uint8_t *put_literals(uint8_t *output, uint8_t *token, const uint8_t *from, size_t count) {
  *token = (uint8_t)((count < 15 ? count : 15) << 4);
  if (count >= 15) output = put_rest(output, count - 15);
  memcpy(output, from, count);
  return output + count;
}

size_t lz4_pack(const uint8_t *bytes, size_t count, uint8_t *output) {
  uint32_t places[1 << hash_bits];
  const uint8_t *anchor = bytes, *end = bytes + count;
  uint8_t *out = output;
  if (count > match_limit) {
    memset(places, 0, sizeof places);
    const uint8_t *last_match = end - match_limit, *match_end = end - last_literals;
    const uint8_t *at = bytes + 1;
    // Where nothing repeats, the steps grow, so that such bytes are passed quickly.
    uint32_t misses = 1 << 6;
    while (at <= last_match) {
      uint32_t value = word(at), *place = &places[slot(value)];
      const uint8_t *other = bytes + *place;
      *place = (uint32_t)(at - bytes);
      if (at - other > max_distance || word(other) != value) {
        at += misses++ >> 6;
        continue;
      }
      misses = 1 << 6;
      while (at > anchor && other > bytes && at[-1] == other[-1]) {
        at--;
        other--;
      }
      size_t length = common(at + min_match, other + min_match, match_end);
      uint8_t *token = out++;
      out = put_literals(out, token, anchor, (size_t)(at - anchor));
      uint32_t distance = (uint32_t)(at - other);
      *out++ = (uint8_t)distance;
      *out++ = (uint8_t)(distance >> 8);
      *token |= (uint8_t)(length < 15 ? length : 15);
      if (length >= 15) out = put_rest(out, length - 15);
      at += min_match + length;
      anchor = at;
      if (at <= last_match) places[slot(word(at - 2))] = (uint32_t)(at - 2 - bytes);
    }
  }
  uint8_t *token = out++;
  return (size_t)(put_literals(out, token, anchor, (size_t)(end - anchor)) - output);
}

/// Adds the rest of a number; NULL where it does not end.
static inline const uint8_t *get_rest(const uint8_t *in, const uint8_t *end, size_t *value) {
  uint8_t byte;
  do {
    if (in == end) return NULL;
    byte = *in++;
    *value += byte;
  } while (byte == 255);
  return in;
}

int lz4_unpack(const uint8_t *block, size_t count, uint8_t *output, size_t size) {
  const uint8_t *in = block, *end = block + count;
  uint8_t *out = output, *limit = output + size;
  while (in < end) {
    uint8_t token = *in++;
    size_t literals = token >> 4, length = token & 15;
    if (literals == 15 && !(in = get_rest(in, end, &literals))) return -1;
    if (literals > (size_t)(end - in) || literals > (size_t)(limit - out)) return -1;
    if (literals) memcpy(out, in, literals);
    in += literals;
    out += literals;
    if (in == end) return out == limit ? 0 : -1;
    if (end - in < 2) return -1;
    size_t distance = in[0] | (size_t)in[1] << 8;
    in += 2;
    if (length == 15 && !(in = get_rest(in, end, &length))) return -1;
    length += min_match;
    if (distance == 0 || distance > (size_t)(out - output) || length > (size_t)(limit - out)) return -1;
    const uint8_t *from = out - distance;
    if (distance >= length) {
      memcpy(out, from, length);
      out += length;
    } else {
      // The match reaches into itself.
      while (length--) *out++ = *from++;
    }
  }
  return -1;
}
