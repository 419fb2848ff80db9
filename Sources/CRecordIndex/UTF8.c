#include <string.h>

#include "BlockMasks.h"
#include "CRecordIndex.h"

// Byte by byte where the machine has no table look-up in registers, and for what a vector loop leaves over.

static bool is_valid_scalar(const uint8_t *bytes, size_t count) {
  size_t i = 0;
  while (i < count) {
    uint64_t word;
    if (count - i >= 8 && (memcpy(&word, bytes + i, 8), (word & 0x8080808080808080ull) == 0)) {
      i += 8;
      continue;
    }
    uint8_t lead = bytes[i];
    if (lead < 0x80) {
      i++;
      continue;
    }
    size_t left = count - i;
    if (lead < 0xE0) {
      if (lead < 0xC2 || left < 2 || (bytes[i + 1] & 0xC0) != 0x80) return false;
      i += 2;
    } else if (lead < 0xF0) {
      if (left < 3 || (bytes[i + 1] & 0xC0) != 0x80 || (bytes[i + 2] & 0xC0) != 0x80) return false;
      // Neither overlong nor half of a surrogate pair.
      if (lead == 0xE0 ? bytes[i + 1] < 0xA0 : lead == 0xED && bytes[i + 1] > 0x9F) return false;
      i += 3;
    } else {
      if (lead > 0xF4 || left < 4 || (bytes[i + 1] & 0xC0) != 0x80 || (bytes[i + 2] & 0xC0) != 0x80
        || (bytes[i + 3] & 0xC0) != 0x80) {
        return false;
      }
      if (lead == 0xF0 ? bytes[i + 1] < 0x90 : lead == 0xF4 && bytes[i + 1] > 0x8F) return false;
      i += 4;
    }
  }
  return true;
}

// The look-up algorithm of Keiser and Lemire ("Validating UTF-8 in less than one instruction per byte", 2021): each
// pair of neighbours is classed by three tables of 16; a bit that stands in all three is an error.

enum {
  too_short = 1 << 0,  // a lead byte or ASCII where a continuation is due
  too_long = 1 << 1,  // a continuation after ASCII
  overlong_3 = 1 << 2,
  too_large = 1 << 3,
  surrogate = 1 << 4,
  overlong_2 = 1 << 5,
  too_large_1000 = 1 << 6,
  overlong_4 = 1 << 6,
  two_continuations = 1 << 7,
  carry = too_short | too_long | two_continuations,
};

#define LARGE carry | too_large | too_large_1000
#define CONTINUED too_long | overlong_2 | two_continuations

/// By the high half of the first byte.
static const uint8_t first_high_table[16] = {
  too_long, too_long, too_long, too_long, too_long, too_long, too_long, too_long, two_continuations,
  two_continuations, two_continuations, two_continuations, too_short | overlong_2, too_short,
  too_short | overlong_3 | surrogate, too_short | too_large | too_large_1000 | overlong_4};
/// By the low half of the first byte.
static const uint8_t first_low_table[16] = {
  carry | overlong_3 | overlong_2 | overlong_4, carry | overlong_2, carry, carry, carry | too_large, LARGE, LARGE,
  LARGE, LARGE, LARGE, LARGE, LARGE, LARGE, LARGE | surrogate, LARGE, LARGE};
/// By the high half of the second byte.
static const uint8_t second_high_table[16] = {
  too_short, too_short, too_short, too_short, too_short, too_short, too_short, too_short,
  CONTINUED | overlong_3 | too_large_1000 | overlong_4, CONTINUED | overlong_3 | too_large,
  CONTINUED | surrogate | too_large, CONTINUED | surrogate | too_large, too_short, too_short, too_short, too_short};

#if defined(__x86_64__)

AVX2 static inline __m256i twice(const uint8_t *table) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)table));
}

AVX2 static bool is_valid_avx2(const uint8_t *bytes, size_t count) {
  const __m256i first_high = twice(first_high_table), first_low = twice(first_low_table);
  const __m256i second_high = twice(second_high_table);
  const __m256i nibble = _mm256_set1_epi8(0x0F);
  __m256i before = _mm256_setzero_si256(), errors = _mm256_setzero_si256();
  // One block of zeros at the end finds a character that is cut off.
  for (size_t i = 0; i <= count; i += 32) {
    uint8_t tail[32] = {0};
    const uint8_t *place = bytes + i;
    if (count - i < 32) {
      if (count > i) memcpy(tail, place, count - i);
      place = tail;
    }
    __m256i now = _mm256_loadu_si256((const __m256i *)place);
    __m256i last = _mm256_permute2x128_si256(before, now, 0x21);
    __m256i last_1 = _mm256_alignr_epi8(now, last, 15);
    __m256i last_2 = _mm256_alignr_epi8(now, last, 14);
    __m256i last_3 = _mm256_alignr_epi8(now, last, 13);
    __m256i pairs = _mm256_and_si256(
      _mm256_and_si256(
        _mm256_shuffle_epi8(first_high, _mm256_and_si256(_mm256_srli_epi16(last_1, 4), nibble)),
        _mm256_shuffle_epi8(first_low, _mm256_and_si256(last_1, nibble))),
      _mm256_shuffle_epi8(second_high, _mm256_and_si256(_mm256_srli_epi16(now, 4), nibble)));
    __m256i third = _mm256_subs_epu8(last_2, _mm256_set1_epi8((char)(0xE0 - 0x80)));
    __m256i fourth = _mm256_subs_epu8(last_3, _mm256_set1_epi8((char)(0xF0 - 0x80)));
    __m256i due = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
    errors = _mm256_or_si256(errors, _mm256_xor_si256(due, pairs));
    before = now;
  }
  return _mm256_testz_si256(errors, errors);
}

#elif defined(__aarch64__)

static bool is_valid_neon(const uint8_t *bytes, size_t count) {
  const uint8x16_t first_high = vld1q_u8(first_high_table), first_low = vld1q_u8(first_low_table);
  const uint8x16_t second_high = vld1q_u8(second_high_table);
  const uint8x16_t nibble = vdupq_n_u8(0x0F);
  uint8x16_t before = vdupq_n_u8(0), errors = vdupq_n_u8(0);
  // One block of zeros at the end finds a character that is cut off.
  for (size_t i = 0; i <= count; i += 16) {
    uint8_t tail[16] = {0};
    const uint8_t *place = bytes + i;
    if (count - i < 16) {
      if (count > i) memcpy(tail, place, count - i);
      place = tail;
    }
    uint8x16_t now = vld1q_u8(place);
    uint8x16_t last_1 = vextq_u8(before, now, 15);
    uint8x16_t pairs = vandq_u8(
      vandq_u8(vqtbl1q_u8(first_high, vshrq_n_u8(last_1, 4)), vqtbl1q_u8(first_low, vandq_u8(last_1, nibble))),
      vqtbl1q_u8(second_high, vshrq_n_u8(now, 4)));
    uint8x16_t third = vqsubq_u8(vextq_u8(before, now, 14), vdupq_n_u8(0xE0 - 0x80));
    uint8x16_t fourth = vqsubq_u8(vextq_u8(before, now, 13), vdupq_n_u8(0xF0 - 0x80));
    uint8x16_t due = vandq_u8(vorrq_u8(third, fourth), vdupq_n_u8(0x80));
    errors = vorrq_u8(errors, veorq_u8(due, pairs));
    before = now;
  }
  return vmaxvq_u8(errors) == 0;
}

#endif

bool utf8_is_valid(const uint8_t *bytes, size_t count, record_method method) {
  if (method == record_method_scalar || count < 16) return is_valid_scalar(bytes, count);
#if defined(__x86_64__)
  if (method != record_method_vector && record_method_exists(record_method_avx2)) return is_valid_avx2(bytes, count);
  return is_valid_scalar(bytes, count);
#elif defined(__aarch64__)
  return is_valid_neon(bytes, count);
#else
  return is_valid_scalar(bytes, count);
#endif
}

static int marks_scalar(const uint8_t *bytes, size_t count) {
  uint8_t nul = 0, replacement = 0;
  // Without a branch, so that the compiler makes vectors of it.
  for (size_t i = 0; i < count; i++) nul |= bytes[i] == 0;
  for (size_t i = 0; i + 2 < count; i++) {
    replacement |= (bytes[i] == 0xEF) & (bytes[i + 1] == 0xBF) & (bytes[i + 2] == 0xBD);
  }
  return (nul ? text_holds_nul : 0) | (replacement ? text_holds_replacement : 0);
}

#if defined(__x86_64__)

AVX2 static int marks_avx2(const uint8_t *bytes, size_t count) {
  __m256i nul = _mm256_setzero_si256(), replacement = _mm256_setzero_si256();
  size_t i = 0;
  for (; i + 34 <= count; i += 32) {
    __m256i here = _mm256_loadu_si256((const __m256i *)(bytes + i));
    __m256i next = _mm256_loadu_si256((const __m256i *)(bytes + i + 1));
    __m256i third = _mm256_loadu_si256((const __m256i *)(bytes + i + 2));
    nul = _mm256_or_si256(nul, _mm256_cmpeq_epi8(here, _mm256_setzero_si256()));
    __m256i first_two = _mm256_and_si256(
      _mm256_cmpeq_epi8(here, _mm256_set1_epi8((char)0xEF)), _mm256_cmpeq_epi8(next, _mm256_set1_epi8((char)0xBF)));
    __m256i all = _mm256_and_si256(first_two, _mm256_cmpeq_epi8(third, _mm256_set1_epi8((char)0xBD)));
    replacement = _mm256_or_si256(replacement, all);
  }
  return marks_scalar(bytes + i, count - i) | (_mm256_testz_si256(nul, nul) ? 0 : text_holds_nul)
    | (_mm256_testz_si256(replacement, replacement) ? 0 : text_holds_replacement);
}

#endif

int text_marks(const uint8_t *bytes, size_t count, record_method method) {
#if defined(__x86_64__)
  if ((method == record_method_best || method == record_method_avx2) && record_method_exists(record_method_avx2)) {
    return marks_avx2(bytes, count);
  }
#endif
  return marks_scalar(bytes, count);
}
