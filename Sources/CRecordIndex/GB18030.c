#include <iconv.h>
#include <pthread.h>
#include <string.h>

#include "CRecordIndex.h"

// GB18030 by tables of what the system's iconv says, asked once: iconv itself takes ten times as long.

/// Sequences of four bytes below U+10000, counted from 81 30 81 30; above, they are counted through.
#define BASIC_COUNT 39420
#define SUPPLEMENTARY_START 189000
#define SUPPLEMENTARY_COUNT 1048576

/// Characters as UTF-8, the first byte lowest; 0 where the sequence is none.
static uint32_t two_bytes[126 * 192];
static uint32_t four_bytes[BASIC_COUNT];

/// What iconv makes of one sequence.
static uint32_t asked(iconv_t converter, const uint8_t *sequence, size_t length) {
  char input[4], output[8] = {0};
  memcpy(input, sequence, length);
  char *from = input, *to = output;
  size_t input_left = length, output_left = sizeof output;
  iconv(converter, NULL, NULL, NULL, NULL);
  if (iconv(converter, &from, &input_left, &to, &output_left) == (size_t)-1) return 0;
  size_t written = sizeof output - output_left;
  if (written == 0 || written > 4) return 0;
  uint32_t character = 0;
  for (size_t i = 0; i < written; i++) character |= (uint32_t)(uint8_t)output[i] << (8 * i);
  return character;
}

static void fill(void) {
  iconv_t converter = iconv_open("UTF-8", "GB18030");
  if (converter == (iconv_t)-1) return;
  for (int first = 0x81; first <= 0xFE; first++) {
    for (int second = 0x40; second <= 0xFE; second++) {
      uint8_t sequence[] = {(uint8_t)first, (uint8_t)second};
      two_bytes[(first - 0x81) * 192 + second - 0x40] = asked(converter, sequence, 2);
    }
  }
  for (uint32_t i = 0; i < BASIC_COUNT; i++) {
    uint8_t sequence[] = {
      (uint8_t)(0x81 + i / 12600), (uint8_t)(0x30 + i / 1260 % 10), (uint8_t)(0x81 + i / 10 % 126),
      (uint8_t)(0x30 + i % 10)};
    four_bytes[i] = asked(converter, sequence, 4);
  }
  iconv_close(converter);
}

static uint32_t supplementary(uint32_t scalar) {
  return (0xF0 | scalar >> 18) | (0x80 | (scalar >> 12 & 0x3F)) << 8 | (0x80 | (scalar >> 6 & 0x3F)) << 16
    | (0x80 | (scalar & 0x3F)) << 24;
}

/// The character of the four bytes at `place`; 0 where there is none.
static uint32_t four(const uint8_t *place) {
  uint32_t a = place[0] - 0x81u, b = place[1] - 0x30u, c = place[2] - 0x81u, d = place[3] - 0x30u;
  if (a > 125 || b > 9 || c > 125 || d > 9) return 0;
  uint32_t number = ((a * 10 + b) * 126 + c) * 10 + d;
  if (number < BASIC_COUNT) return four_bytes[number];
  uint32_t above = number - SUPPLEMENTARY_START;
  return number >= SUPPLEMENTARY_START && above < SUPPLEMENTARY_COUNT ? supplementary(0x10000 + above) : 0;
}

static pthread_once_t once = PTHREAD_ONCE_INIT;

static inline __attribute__((always_inline)) ptrdiff_t run(
  const uint8_t *bytes, size_t count, uint8_t *output, bool writes) {
  pthread_once(&once, fill);
  const uint8_t *place = bytes, *end = bytes + count;
  uint8_t *start = output;
  while (place < end) {
    if (*place < 0x80) {
      uint64_t word;
      while (end - place >= 8 && (memcpy(&word, place, 8), (word & 0x8080808080808080ull) == 0)) {
        if (writes) memcpy(output, &word, 8), output += 8;
        place += 8;
      }
      while (place < end && *place < 0x80) {
        if (writes) *output++ = *place;
        place++;
      }
      continue;
    }
    if (end - place < 2) return -1;
    uint32_t character, length = 2;
    if (place[1] >= 0x40) {
      uint32_t lead = place[0] - 0x81u;
      character = lead > 125 ? 0 : two_bytes[lead * 192 + place[1] - 0x40];
    } else {
      if (end - place < 4) return -1;
      character = four(place);
      length = 4;
    }
    if (character == 0) return -1;
    // Always four bytes, of which the next character overwrites what is too much.
    if (writes) memcpy(output, &character, 4), output += (39 - __builtin_clz(character)) >> 3;
    place += length;
  }
  return writes ? output - start : 0;
}

ptrdiff_t gb18030_decode(const uint8_t *bytes, size_t count, uint8_t *output) { return run(bytes, count, output, true); }

bool gb18030_is_valid(const uint8_t *bytes, size_t count) { return run(bytes, count, NULL, false) == 0; }
