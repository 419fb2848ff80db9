// The scan for records, to be included once for each way to compare blocks: KERNEL is its name, MASKS the comparison,
// TARGET its attributes.
//
// One pass. Of each 64 bytes only those are visited that are a delimiter, a newline or a quote; inside quotes only
// newlines (to count lines) and quotes.

TARGET static bool KERNEL(
  const uint8_t *bytes, size_t count, record_dialect dialect, size_t limit, bool is_last, record_index *index) {
  scan s = scan_begin(bytes, count, dialect, limit, is_last, index);
  const uint64_t delimiters_count = dialect.delimiter < 0 ? 0 : ~0ull;
  const uint64_t quotes_count = dialect.quote < 0 ? 0 : ~0ull;
  const uint64_t newlines_count = dialect.newline < 0 ? 0 : ~0ull;
  const bool is_unusual = dialect.escape >= 0 || dialect.needs_blank || (dialect.has_trails && dialect.delimiter >= 0x40);
  size_t reached;
restart:;
  // Bytes of the block that are still to be looked at.
  uint64_t open = ~0ull << (s.start & 63);
  for (size_t block = s.start & ~(size_t)63; block < count; block += 64) {
    if (s.limit_of_ends - s.ends < 65) return scan_stop(&s, false);
    if (block > s.start + limit + 64) {
      // Too long already, so its fields are not told; a table of nothing but delimiters must not fill the memory.
      if (s.ends != s.first) s.are_dropped = true;
      s.ends = s.first;
      if (s.in_quotes) {
        reached = block;
        goto broken;
      }
    }
    const uint8_t *place = bytes + block;
    uint64_t inside = ~0ull;
    uint8_t tail[64];
    if (count - block < 64) {
      memset(tail, 0, sizeof tail);
      memcpy(tail, place, count - block);
      place = tail;
      inside >>= 64 - (count - block);
    }
    block_masks masks = MASKS(place, (uint8_t)dialect.delimiter, (uint8_t)dialect.quote, (uint8_t)dialect.newline);
    uint64_t newlines = masks.newline & newlines_count & inside;
    uint64_t quotes = masks.quote & quotes_count & inside;
    uint64_t delimiters = masks.delimiter & delimiters_count & inside;
    if (is_unusual) {
      quotes = scan_sifted(&s, block, quotes);
      delimiters = scan_sifted(&s, block, delimiters);
    }
    uint64_t all = delimiters | newlines | quotes;
    uint64_t next = (s.in_quotes ? quotes | newlines : all) & open;
    if (next == 0) {
      open = ~0ull;
      continue;
    }
    int found = __builtin_popcountll(next);
    if ((newlines | quotes) == 0 && found <= 8) {
      // Only delimiters, and few, as in most blocks: always eight are written, since the end of a loop is hard to
      // foresee for the processor; the next block overwrites what is too much.
      uint64_t left = next;
      for (int i = 0; i < 8; i++) {
        s.ends[i] = (uint32_t)block + (uint32_t)__builtin_ctzll(left | 1ull << 63);
        left &= left - 1;
      }
      s.ends[0] |= s.flags;
      s.flags = 0;
      s.ends += found;
      s.field = block + 64 - (size_t)__builtin_clzll(next);
      open = ~0ull;
      continue;
    }
    open = ~0ull;
    while (next != 0) {
      int bit = __builtin_ctzll(next);
      size_t at = block + (size_t)bit;
      next &= next - 1;
      if (s.in_quotes) {
        if (newlines >> bit & 1) {
          if (s.spare <= 0) {
            reached = at;
            goto broken;
          }
          s.line++;
          continue;
        }
        switch (scan_closing(&s, at)) {
          case closing_doubled:
            s.flags |= FIELD_REWRITTEN;
            if (bit == 63) open = ~1ull;
            else next &= ~(1ull << (bit + 1));
            break;
          case closing_padded:
            s.flags |= FIELD_REWRITTEN;
            // Fallthrough.
          case closing_closed:
            s.in_quotes = false;
            next = bit == 63 ? 0 : all & (~0ull << (bit + 1));
            break;
          case closing_broken: reached = at; goto broken;
          case closing_unknown: return scan_stop(&s, true);
        }
      } else if (newlines >> bit & 1) {
        if (!scan_record(&s, at)) return scan_stop(&s, false);
      } else if (quotes >> bit & 1) {
        if (at == s.field || scan_opens(&s, at)) {
          if (s.shape == record_plain) s.shape = record_quoted;
          s.in_quotes = true;
          s.flags = at == s.field ? FIELD_QUOTED : FIELD_QUOTED | FIELD_REWRITTEN;
          next = bit == 63 ? 0 : (quotes | newlines) & (~0ull << (bit + 1));
        } else {
          s.shape = record_doubtful;
        }
      } else {
        *s.ends++ = (uint32_t)at | s.flags;
        s.flags = 0;
        s.field = at + 1;
      }
    }
  }
  if (s.start >= count) return scan_stop(&s, true);
  if (!s.in_quotes) {
    if (is_last && !scan_record(&s, count)) return scan_stop(&s, false);
    return scan_stop(&s, true);
  }
  if (!is_last && count - s.start < limit) return scan_stop(&s, true);
  reached = count;
broken:
  switch (scan_broken(&s, reached)) {
    case broken_told: goto restart;
    case broken_unknown: return scan_stop(&s, true);
    case broken_no_room: return scan_stop(&s, false);
  }
  return true;
}

#undef KERNEL
#undef MASKS
#undef TARGET
