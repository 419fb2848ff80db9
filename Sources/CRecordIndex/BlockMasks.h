#ifndef BLOCKMASKS_H
#define BLOCKMASKS_H

#include <stdint.h>

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

// Which of 64 bytes are what: bit i of a mask stands for byte i.

typedef struct {
  uint64_t delimiter, quote, newline;
} block_masks;

static inline block_masks masks_scalar(const uint8_t *block, uint8_t delimiter, uint8_t quote, uint8_t newline) {
  block_masks masks = {0, 0, 0};
  for (int i = 0; i < 64; i++) {
    masks.delimiter |= (uint64_t)(block[i] == delimiter) << i;
    masks.quote |= (uint64_t)(block[i] == quote) << i;
    masks.newline |= (uint64_t)(block[i] == newline) << i;
  }
  return masks;
}

#if defined(__x86_64__)

static inline uint64_t equal_sse2(__m128i a, __m128i b, __m128i c, __m128i d, uint8_t byte) {
  __m128i wanted = _mm_set1_epi8((char)byte);
  uint64_t low = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(a, wanted))
    | (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(b, wanted)) << 16;
  uint64_t high = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(c, wanted))
    | (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(d, wanted)) << 16;
  return low | high << 32;
}

static inline block_masks masks_vector(const uint8_t *block, uint8_t delimiter, uint8_t quote, uint8_t newline) {
  const __m128i *place = (const __m128i *)block;
  __m128i a = _mm_loadu_si128(place), b = _mm_loadu_si128(place + 1);
  __m128i c = _mm_loadu_si128(place + 2), d = _mm_loadu_si128(place + 3);
  return (block_masks){
    equal_sse2(a, b, c, d, delimiter), equal_sse2(a, b, c, d, quote), equal_sse2(a, b, c, d, newline)};
}

#define AVX2 __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt")))

AVX2 static inline uint64_t equal_avx2(__m256i a, __m256i b, uint8_t byte) {
  __m256i wanted = _mm256_set1_epi8((char)byte);
  uint64_t low = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(a, wanted));
  uint64_t high = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(b, wanted));
  return low | high << 32;
}

AVX2 static inline block_masks masks_avx2(const uint8_t *block, uint8_t delimiter, uint8_t quote, uint8_t newline) {
  const __m256i *place = (const __m256i *)block;
  __m256i a = _mm256_loadu_si256(place), b = _mm256_loadu_si256(place + 1);
  return (block_masks){equal_avx2(a, b, delimiter), equal_avx2(a, b, quote), equal_avx2(a, b, newline)};
}

#elif defined(__aarch64__)

static inline uint64_t equal_neon(uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d, uint8_t byte) {
  const uint8x16_t bits = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t wanted = vdupq_n_u8(byte);
  uint8x16_t low = vpaddq_u8(vandq_u8(vceqq_u8(a, wanted), bits), vandq_u8(vceqq_u8(b, wanted), bits));
  uint8x16_t high = vpaddq_u8(vandq_u8(vceqq_u8(c, wanted), bits), vandq_u8(vceqq_u8(d, wanted), bits));
  uint8x16_t sum = vpaddq_u8(low, high);
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sum, sum)), 0);
}

static inline block_masks masks_vector(const uint8_t *block, uint8_t delimiter, uint8_t quote, uint8_t newline) {
  uint8x16_t a = vld1q_u8(block), b = vld1q_u8(block + 16), c = vld1q_u8(block + 32), d = vld1q_u8(block + 48);
  return (block_masks){
    equal_neon(a, b, c, d, delimiter), equal_neon(a, b, c, d, quote), equal_neon(a, b, c, d, newline)};
}

#else
#define masks_vector masks_scalar
#endif

#endif
