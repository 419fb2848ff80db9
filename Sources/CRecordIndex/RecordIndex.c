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
  ptrdiff_t spare;
  record_shape shape;
  bool in_quotes, are_dropped;
} scan;

/// For each byte of a record, bytes that may be looked at in vain.
enum { spare_a_byte = 4 };

INLINE void scan_next(scan *s, size_t start) {
  s->start = s->field = start;
  s->start_line = s->line;
  s->first = s->ends;
  s->flags = 0;
  s->shape = record_plain;
  s->in_quotes = s->are_dropped = false;
}

INLINE scan scan_begin(
  const uint8_t *bytes, size_t count, record_dialect dialect, size_t limit, bool is_last, record_index *index) {
  scan s = {.bytes = bytes, .count = count, .dialect = dialect, .limit = limit, .is_last = is_last, .index = index};
  s.line = index->lines;
  s.spare = index->spare;
  s.ends = index->ends + index->end_count;
  s.limit_of_ends = index->ends + index->end_capacity;
  scan_next(&s, index->position);
  return s;
}

/// Leaves the index at the start of the unfinished record.
INLINE bool scan_stop(scan *s, bool has_room) {
  s->index->position = s->start < s->count ? s->start : s->count;
  s->index->lines = s->start_line;
  s->index->spare = s->spare;
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
    bool has_fields = shape <= record_doubtful && !s->are_dropped;
    if (has_fields) *s->ends++ = (uint32_t)end | s->flags;
    else s->ends = s->first;
    s->index->records[s->index->record_count++] = (record_entry){
      .start = (uint32_t)s->start, .end = (uint32_t)end, .line = (uint32_t)s->start_line,
      .first = (uint32_t)(s->first - s->index->ends), .fields = (uint32_t)(s->ends - s->first), .shape = shape};
  } else {
    s->ends = s->first;
  }
  s->line++;
  s->spare += spare_a_byte * (ptrdiff_t)(at + 1 - s->start);
  if (s->spare > record_spare) s->spare = record_spare;
  scan_next(s, at + 1);
  return true;
}

INLINE bool scan_record(scan *s, size_t at) {
  return scan_tell(s, at, s->line == s->start_line ? s->shape : record_doubtful);
}

/// True where the byte at `at` is the second of a character: behind an odd number of bytes above 7F.
static bool scan_is_trail(const scan *s, size_t at) {
  size_t first = at;
  while (first > s->start && s->bytes[first - 1] >= 0x80) first--;
  return (at - first) & 1;
}

/// True where an odd number of escapes stands before `at`.
static bool scan_is_escaped(const scan *s, size_t at) {
  size_t first = at;
  while (first > s->start && s->bytes[first - 1] == s->dialect.escape) first--;
  if (first == at) return false;
  if (s->dialect.has_trails && scan_is_trail(s, first)) first++;
  return (at - first) & 1;
}

/// True where the delimiter's byte at `at` delimits, in a dialect where that needs a blank or a line end behind it.
static bool scan_is_followed(const scan *s, size_t at) {
  if (at + 1 >= s->count) return true;
  int next = s->bytes[at + 1];
  return next == ' ' || next == s->dialect.newline || next == '\r';
}

/// `marks` of a block without the bytes that are no delimiters, quotes or newlines after all. Only unusual dialects have
/// such.
static uint64_t scan_sifted(const scan *s, size_t block, uint64_t marks) {
  for (uint64_t left = marks; left != 0; left &= left - 1) {
    size_t at = block + (size_t)__builtin_ctzll(left);
    int byte = s->bytes[at];
    bool is_text = s->dialect.has_trails && byte >= 0x40 && scan_is_trail(s, at);
    is_text = is_text || (s->dialect.escape >= 0 && scan_is_escaped(s, at));
    is_text = is_text || (s->dialect.needs_blank && byte == s->dialect.delimiter && !scan_is_followed(s, at));
    if (is_text) marks &= ~(left & -left);
  }
  return marks;
}

INLINE bool scan_is_blank(const scan *s, size_t at) {
  int byte = s->bytes[at];
  bool is_blank = byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
  return is_blank && byte != s->dialect.delimiter && byte != s->dialect.newline;
}

/// True where nothing but blanks stands between the start of the field and the quote at `at`.
static bool scan_opens(const scan *s, size_t at) {
  while (at > s->field && scan_is_blank(s, at - 1)) at--;
  return at == s->field;
}

typedef enum { closing_doubled, closing_closed, closing_padded, closing_broken, closing_unknown } closing;

/// What the quote before `next` means where blanks may follow: these may stand before a delimiter, a newline and the end
/// of the file.
static closing scan_padded(const scan *s, size_t next, size_t limit) {
  closing closed = closing_closed;
  for (; next < s->count && next <= limit && scan_is_blank(s, next); next++) {
    // Carriage returns before a newline belong to no field.
    if (s->bytes[next] != '\r') closed = closing_padded;
  }
  if (next > limit) return closing_broken;
  if (next == s->count) return s->is_last ? closed : closing_unknown;
  if (s->bytes[next] == s->dialect.newline) return closed;
  if (s->bytes[next] != s->dialect.delimiter) return closing_broken;
  if (!s->dialect.needs_blank) return closing_padded;
  if (next + 1 == s->count && !s->is_last) return closing_unknown;
  return scan_is_followed(s, next) ? closing_padded : closing_broken;
}

/// What the quote at `at` means inside quotes. Nothing behind the limit is looked at, so that the answer does not
/// depend on where the buffer ends.
INLINE closing scan_closing(const scan *s, size_t at) {
  size_t limit = s->start + s->limit;
  if (at >= limit) return closing_broken;
  size_t next = at + 1;
  if (next < s->count) {
    int follower = s->bytes[next];
    if (follower == s->dialect.quote) return closing_doubled;
    if (follower == s->dialect.newline) return closing_closed;
    if (follower == s->dialect.delimiter && !s->dialect.needs_blank) return closing_closed;
  }
  return scan_padded(s, next, limit);
}

typedef enum { broken_told, broken_unknown, broken_no_room } broken;

/// Tells the physical line at the record's start as a broken record, after all up to `reached` was looked at for the end
/// of its quotes.
INLINE broken scan_broken(scan *s, size_t reached) {
  const uint8_t *from = s->bytes + s->start;
  const uint8_t *hit = s->dialect.newline < 0 ? NULL : memchr(from, s->dialect.newline, s->count - s->start);
  if (hit == NULL && !s->is_last) return broken_unknown;
  s->line = s->start_line;
  size_t at = hit == NULL ? s->count : (size_t)(hit - s->bytes);
  // Not beyond the limit: where that is met must not depend on where blocks begin.
  if (reached > s->start + s->limit) reached = s->start + s->limit;
  if (!scan_tell(s, at, record_broken)) return broken_no_room;
  if (reached > at) s->spare -= (ptrdiff_t)(reached - at);
  return broken_told;
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
