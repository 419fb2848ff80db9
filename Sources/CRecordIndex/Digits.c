#include <string.h>

#include "BlockMasks.h"
#include "CRecordIndex.h"

enum { block_size = 64, longest_digit = 3 };

// Each way to count looks at a block and at the two bytes behind it: a full-width digit is EF BC 90 to EF BC 99, and
// counts where it begins. The loops have no branches, so that the compiler makes vectors of them.

static unsigned digits_scalar(const uint8_t *bytes) {
  unsigned digits = 0;
  for (size_t i = 0; i < block_size; i++) digits += (uint8_t)(bytes[i] - '0') < 10;
  for (size_t i = 0; i < block_size; i++) {
    digits += (bytes[i] == 0xEF) & (bytes[i + 1] == 0xBC) & ((uint8_t)(bytes[i + 2] - 0x90) < 10);
  }
  return digits;
}

// True where the blocks of `bytes` hold `least` digits within three in a row.
#define MAY_HOLD_DIGITS(COUNT)                                                                  \
  unsigned last = 0, before = 0;                                                                \
  for (size_t start = 0; start < count; start += block_size) {                                  \
    const uint8_t *place = bytes + start;                                                       \
    uint8_t tail[block_size + longest_digit - 1] = {0};                                         \
    size_t left = count - start;                                                                \
    if (left < sizeof tail) place = memcpy(tail, place, left);                                  \
    unsigned digits = COUNT(place);                                                             \
    if (digits + last + before >= least) return true;                                           \
    before = last;                                                                              \
    last = digits;                                                                              \
  }                                                                                             \
  return false;

static bool may_hold_digits_scalar(const uint8_t *bytes, size_t count, unsigned least) {
  MAY_HOLD_DIGITS(digits_scalar)
}

#if defined(__x86_64__)

AVX2 static inline __m256i below_ten(__m256i bytes, uint8_t zero) {
  __m256i value = _mm256_sub_epi8(bytes, _mm256_set1_epi8((char)zero));
  return _mm256_cmpeq_epi8(_mm256_min_epu8(value, _mm256_set1_epi8(9)), value);
}

AVX2 static inline __m256i equal(__m256i bytes, uint8_t byte) {
  return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8((char)byte));
}

AVX2 static inline unsigned digits_of_half(const uint8_t *bytes) {
  __m256i here = _mm256_loadu_si256((const __m256i *)bytes);
  __m256i next = _mm256_loadu_si256((const __m256i *)(bytes + 1));
  __m256i third = _mm256_loadu_si256((const __m256i *)(bytes + 2));
  __m256i wide = _mm256_and_si256(_mm256_and_si256(equal(here, 0xEF), equal(next, 0xBC)), below_ten(third, 0x90));
  __m256i digits = _mm256_or_si256(below_ten(here, '0'), wide);
  return (unsigned)__builtin_popcount((unsigned)_mm256_movemask_epi8(digits));
}

AVX2 static inline unsigned digits_avx2(const uint8_t *bytes) {
  return digits_of_half(bytes) + digits_of_half(bytes + 32);
}

AVX2 static bool may_hold_digits_avx2(const uint8_t *bytes, size_t count, unsigned least) {
  MAY_HOLD_DIGITS(digits_avx2)
}

#endif

bool text_may_hold_digits(const uint8_t *bytes, size_t count, unsigned least, record_method method) {
#if defined(__x86_64__)
  if ((method == record_method_best || method == record_method_avx2) && record_method_exists(record_method_avx2)) {
    return may_hold_digits_avx2(bytes, count, least);
  }
#endif
  return may_hold_digits_scalar(bytes, count, least);
}
