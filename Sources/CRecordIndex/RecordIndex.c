#include "CRecordIndex.h"

#include <string.h>

#include "BlockMasks.h"

// The kernels keep their state in registers only where everything that touches it is part of them.
#define INLINE static inline __attribute__((always_inline))

typedef struct {
  const uint8_t *bytes;
  size_t count;
  record_dialect dialect;
  size_t limit;
  bool is_last;
  record_index *index;
  /// Start of the record, and of the field, that is being read.
  size_t start, field;
  size_t start_line, line;
  uint32_t *first, *ends, *limit_of_ends;
  uint32_t flags;
  bool in_quotes, has_quotes, are_dropped;
} scan;

INLINE void scan_next(scan *s, size_t start) {
  s->start = s->field = start;
  s->start_line = s->line;
  s->first = s->ends;
  s->flags = 0;
  s->in_quotes = s->has_quotes = s->are_dropped = false;
}

INLINE scan scan_begin(
  const uint8_t *bytes, size_t count, record_dialect dialect, size_t limit, bool is_last, record_index *index) {
  scan s = {.bytes = bytes, .count = count, .dialect = dialect, .limit = limit, .is_last = is_last, .index = index};
  s.line = index->lines;
  s.ends = index->ends + index->end_count;
  s.limit_of_ends = index->ends + index->end_capacity;
  scan_next(&s, index->position);
  return s;
}

/// Leaves the index at the start of the unfinished record.
INLINE bool scan_stop(scan *s, bool has_room) {
  s->index->position = s->start < s->count ? s->start : s->count;
  s->index->lines = s->start_line;
  s->index->end_count = (size_t)(s->first - s->index->ends);
  return has_room;
}

/// Tells the record that ends at `at`; false where there is no room.
INLINE bool scan_tell(scan *s, size_t at, record_shape shape) {
  size_t end = at;
  while (end > s->start && s->bytes[end - 1] == '\r') end--;
  if (end > s->start) {
    if (s->index->record_count == s->index->record_capacity) return false;
    if (end - s->start > s->limit) shape = record_too_long;
    bool has_fields = shape <= record_quoted && !s->are_dropped;
    if (has_fields) *s->ends++ = (uint32_t)end | s->flags;
    else s->ends = s->first;
    s->index->records[s->index->record_count++] = (record_entry){
      .start = (uint32_t)s->start, .end = (uint32_t)end, .line = (uint32_t)s->start_line,
      .first = (uint32_t)(s->first - s->index->ends), .fields = (uint32_t)(s->ends - s->first), .shape = shape};
  } else {
    s->ends = s->first;
  }
  s->line++;
  scan_next(s, at + 1);
  return true;
}

INLINE bool scan_record(scan *s, size_t at) {
  return scan_tell(s, at, s->has_quotes ? record_quoted : record_plain);
}

/// `delimiters` without those that are the second byte of a character: behind an odd number of bytes above 7F.
static uint64_t scan_without_trails(const uint8_t *block, size_t before, uint64_t delimiters) {
  for (uint64_t left = delimiters; left != 0; left &= left - 1) {
    ptrdiff_t at = __builtin_ctzll(left), first = at;
    while (first > -(ptrdiff_t)before && block[first - 1] >= 0x80) first--;
    if ((at - first) & 1) delimiters &= ~(1ull << at);
  }
  return delimiters;
}

typedef enum { closing_doubled, closing_closed, closing_broken, closing_unknown } closing;

/// What the quote at `at` means inside quotes. Nothing behind the limit is looked at, so that the answer does not
/// depend on where the buffer ends.
INLINE closing scan_closing(const scan *s, size_t at) {
  size_t limit = s->start + s->limit;
  if (at >= limit) return closing_broken;
  size_t next = at + 1;
  if (next < s->count) {
    int follower = s->bytes[next];
    if (follower == s->dialect.quote) return closing_doubled;
    if (follower == s->dialect.delimiter || follower == s->dialect.newline) return closing_closed;
  }
  // Carriage returns may stand before the newline, or before the end of the file, and nowhere else.
  while (next < s->count && next <= limit && s->bytes[next] == '\r') next++;
  if (next > limit) return closing_broken;
  if (next == s->count) return s->is_last ? closing_closed : closing_unknown;
  return s->bytes[next] == s->dialect.newline ? closing_closed : closing_broken;
}

typedef enum { broken_told, broken_unknown, broken_no_room } broken;

/// Tells the physical line at the record's start as a broken record.
INLINE broken scan_broken(scan *s) {
  const uint8_t *from = s->bytes + s->start;
  const uint8_t *hit = s->dialect.newline < 0 ? NULL : memchr(from, s->dialect.newline, s->count - s->start);
  if (hit == NULL && !s->is_last) return broken_unknown;
  s->line = s->start_line;
  size_t at = hit == NULL ? s->count : (size_t)(hit - s->bytes);
  return scan_tell(s, at, record_broken) ? broken_told : broken_no_room;
}

#define KERNEL index_scalar
#define MASKS masks_scalar
#define TARGET
#include "RecordKernel.h"

#define KERNEL index_vector
#define MASKS masks_vector
#define TARGET
#include "RecordKernel.h"

#if defined(__x86_64__)
#define KERNEL index_avx2
#define MASKS masks_avx2
#define TARGET AVX2
#include "RecordKernel.h"
#endif

bool record_method_exists(record_method method) {
  if (method != record_method_avx2) return true;
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
#else
  return false;
#endif
}

bool record_index_run(
  const uint8_t *bytes, size_t count, record_dialect dialect, size_t limit, bool is_last, record_method method,
  record_index *index) {
  if (method == record_method_scalar) return index_scalar(bytes, count, dialect, limit, is_last, index);
#if defined(__x86_64__)
  if (method != record_method_vector && record_method_exists(record_method_avx2)) {
    return index_avx2(bytes, count, dialect, limit, is_last, index);
  }
#endif
  return index_vector(bytes, count, dialect, limit, is_last, index);
}
