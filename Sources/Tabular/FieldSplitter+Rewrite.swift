import Glibc

/// Fields whose text is not what stands between two delimiters or two quotes: few are such.
extension FieldSplitter {
  /// Copies their texts to `scratch`: blanks outside the quotes are dropped, doubled quotes become one, and so does what
  /// is escaped.
  mutating func rewrite(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ ends: UnsafeBufferPointer<UInt32>) {
    var start = start
    for (index, bits) in ends.enumerated() {
      let end = FieldEnd(bits: bits)
      defer { start = end.offset + 1 }
      let isEscaped = holdsEscape(bytes, start, end.offset)
      guard end.isRewritten || isEscaped else { continue }
      var (from, last) = (start, end.offset)
      if end.isQuoted {
        while bytes[from] != dialect.quote { from += 1 }
        repeat { last -= 1 } while bytes[last] != dialect.quote
        from += 1
      }
      copy(bytes, from, last, isQuoted: end.isQuoted, to: index)
    }
  }

  private func holdsEscape(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    dialect.escape.map { memchr(bytes + start, Int32($0), end - start) != nil } ?? false
  }

  private mutating func copy(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ last: Int, isQuoted: Bool, to index: Int) {
    let first = scratch.count
    var (from, place) = (from, from)
    while let mark = nextMark(bytes, place, last, isQuoted: isQuoted) {
      let (byte, next) = (bytes[mark], mark + 1 < last ? bytes[mark + 1] : 0)
      place = mark + 1
      // What stands before anything else is text itself.
      guard next == dialect.quote || next == dialect.delimiter || next == byte else { continue }
      scratch.append(UnsafeBufferPointer(start: bytes + from, count: mark - from))
      from = mark + 1
      place += 1
    }
    scratch.append(UnsafeBufferPointer(start: bytes + from, count: last - from))
    guard let copied = scratch.buffer.baseAddress else { return }
    let text =
      dialect.encoding == .utf8
      ? Blank.trimmed(copied, first, scratch.count) : Blank.trimmedOfGB18030(copied, first, scratch.count)
    fields[index] = (text.start, text.end, true)
  }

  /// Where the next byte stands that may make the one behind it text. Of two such bytes neither is looked for by itself:
  /// one that is far away would be looked for again from each of the other.
  private func nextMark(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int, isQuoted: Bool) -> Int? {
    guard let escape = dialect.escape else { return isQuoted ? place(of: dialect.quote, bytes, start, end) : nil }
    guard start < end else { return nil }
    return (start..<end).first { bytes[$0] == escape || isQuoted && bytes[$0] == dialect.quote }
  }

  private func place(of byte: UInt8, _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard start < end, let hit = memchr(bytes + start, Int32(byte), end - start) else { return nil }
    return UnsafeRawPointer(hit) - UnsafeRawPointer(bytes)
  }

  /// Adds empty fields, up to `count` of them.
  public mutating func pad(to count: Int) {
    while fields.count < count { fields.append((0, 0, false)) }
  }

  /// True where the quotes of the `doubtful` record that was split last may mean something else than they were taken for:
  /// the delimiters between them are not surely delimiters, or its lines are not surely one record.
  ///
  /// - Parameter width: fields that a record has.
  public func misleads(_ buffer: UnsafeBufferPointer<UInt8>, _ record: RecordRange, width: Int) -> Bool {
    holdsOpenText(buffer) || holdsRows(UnsafeBufferPointer(rebasing: buffer[record.start..<record.end]), width)
  }

  /// `甲公司"做焊接, 很好",焊工`: a quote within a field that is not closed there, and one behind it that ends a field. Inch
  /// marks stand between a digit and a blank, or at the end.
  private func holdsOpenText(_ buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    var isOpen = false
    for index in fields.indices where !fields[index].isScratch {
      let hit = withField(index, of: buffer) { text -> (opens: Bool, closes: Bool) in
        let (count, last) = occurrences(of: dialect.quote, in: text)
        guard count % 2 == 1 else { return (false, false) }
        let isInch =
          last > 0 && last + 1 < text.count && (0x30...0x39).contains(text[last - 1]) && text[last + 1] == 0x20
        return (last < text.count - 1 && !isInch, last == text.count - 1)
      }
      if isOpen, hit.closes { return true }
      isOpen = isOpen || hit.opens
    }
    return false
  }

  /// Quotes that open in one row and close in the same column of a later one make one row of them: its first line and its
  /// last have as many delimiters as a row of their own.
  private func holdsRows(_ text: UnsafeBufferPointer<UInt8>, _ width: Int) -> Bool {
    guard width > 1, let bytes = text.baseAddress, let first = place(of: dialect.newline, bytes, 0, text.count),
      holdsDelimiters(bytes, 0, first, width - 1)
    else { return false }
    return holdsDelimiters(bytes, occurrences(of: dialect.newline, in: text).last, text.count, width - 1)
  }

  /// Whether so many delimiters stand there, no more and no fewer.
  private func holdsDelimiters(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ wanted: Int) -> Bool {
    var (start, left) = (start, wanted)
    while let hit = place(of: dialect.delimiter, bytes, start, end) {
      left -= 1
      guard left >= 0 else { return false }
      start = hit + 1
    }
    return left == 0
  }

  /// How often a byte stands in a text, and where it stands last.
  private func occurrences(of byte: UInt8, in text: UnsafeBufferPointer<UInt8>) -> (count: Int, last: Int) {
    guard let bytes = text.baseAddress else { return (0, -1) }
    var (count, last) = (0, -1)
    while let hit = place(of: byte, bytes, last + 1, text.count) { (count, last) = (count + 1, hit) }
    return (count, last)
  }
}
