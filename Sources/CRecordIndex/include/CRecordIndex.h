#ifndef CRECORDINDEX_H
#define CRECORDINDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The work on every byte of a table: where records and fields end, whether text is UTF-8, and what GB18030 means.
// Everything here is a pure function over memory of the caller.

/// What separates records and fields; -1 for what does not count.
typedef struct {
  int delimiter;
  int quote;
  int newline;
  /// Before a delimiter, a quote, a line end or itself: that is text. -1 where nothing does so.
  int escape;
  /// A delimiter is one only before a blank or a line end.
  bool needs_blank;
  /// Characters of two bytes, the first above 7F, whose second byte may be an ASCII character's above 3F (GB18030).
  bool has_trails;
} record_dialect;

typedef enum {
  record_plain = 0,
  /// Has fields in quotes, each within its line.
  record_quoted = 1,
  /// Has a quote within an unquoted field, or a line end within quotes: whether they mean what they seem to is to be
  /// looked at.
  record_doubtful = 2,
  /// A quoted field is not closed, or is followed by text: the physical line as it stands.
  record_broken = 3,
  /// Longer than the limit.
  record_too_long = 4,
} record_shape;

/// Set in the end of a field that stands in quotes.
#define FIELD_QUOTED 0x80000000u
/// Set beside it where the text is not just what stands between the quotes: one inside is doubled, or blanks stand
/// outside.
#define FIELD_REWRITTEN 0x40000000u
/// The offset in a field's end: buffers are below 1 GiB.
#define FIELD_OFFSET 0x3FFFFFFFu

typedef struct {
  uint32_t start;
  /// Without the line end.
  uint32_t end;
  /// Newlines of the buffer before the record.
  uint32_t line;
  /// Place of its first field's end in `ends`.
  uint32_t first;
  /// Number of its fields; 0 where they are not told.
  uint32_t fields;
  uint32_t shape;
} record_entry;

/// Where the scan stands, and the room for what it finds.
typedef struct {
  record_entry *records;
  size_t record_capacity;
  size_t record_count;
  /// One entry a field: its end, and the flags above.
  uint32_t *ends;
  size_t end_capacity;
  size_t end_count;
  /// Start of the first record that is not told yet.
  size_t position;
  /// Newlines before `position`.
  size_t lines;
  /// Bytes that may still be looked at in vain for the end of a quoted field; where there are none left, quotes end with
  /// their line. Each record adds to it, so that the work on a table is some times its size at most. To begin with
  /// `record_spare`, and to be kept from one buffer of a table to the next.
  ptrdiff_t spare;
} record_index;

/// What `spare` begins with, and never is above.
static const ptrdiff_t record_spare = 16 << 20;

/// How blocks of bytes are compared; all give the same answers.
typedef enum {
  record_method_best = 0,
  record_method_scalar,
  /// SSE2 or NEON, which every machine of the kind has.
  record_method_vector,
  record_method_avx2,
} record_method;

/// True where this machine has `method`.
bool record_method_exists(record_method method);

/// Indexes the records of `bytes[index->position ..< count]`. Blank lines are no records.
///
/// \param limit records of more bytes are too long, and quotes are not looked for behind it.
/// \param is_last the end of the bytes ends the last record; else an unfinished record is left for later.
/// \returns false where there is no more room: to be called again, with more, from where `index` stands.
bool record_index_run(
  const uint8_t *bytes, size_t count, record_dialect dialect, size_t limit, bool is_last, record_method method,
  record_index *index);

/// True where `bytes` are well-formed UTF-8.
bool utf8_is_valid(const uint8_t *bytes, size_t count, record_method method);

/// What a text holds that has to be looked at closer.
enum { text_holds_nul = 1, text_holds_replacement = 2 };

/// Which of these `bytes` (UTF-8) hold: U+0000, U+FFFD.
int text_marks(const uint8_t *bytes, size_t count, record_method method);

/// False where no 128 bytes of the UTF-8 text hold `least` digits, ASCII or full-width; true may be said of more.
bool text_may_hold_digits(const uint8_t *bytes, size_t count, unsigned least, record_method method);

/// Fetches the memory at `address` into the cache, for who will read it a moment later.
static inline void memory_prefetch(const void *address) { __builtin_prefetch(address); }

/// Room that `gb18030_decode` needs for `count` bytes.
static inline size_t gb18030_capacity(size_t count) { return count * 2 + 8; }

/// Writes `bytes` as UTF-8 to `output` (of `gb18030_capacity`); the number of bytes written, -1 at a bad sequence.
ptrdiff_t gb18030_decode(const uint8_t *bytes, size_t count, uint8_t *output);

/// True where `bytes` are well-formed GB18030.
bool gb18030_is_valid(const uint8_t *bytes, size_t count);

#endif
