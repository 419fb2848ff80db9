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
    while place < last {
      let byte = bytes[place]
      let isMark = byte == dialect.escape || (isQuoted && byte == dialect.quote)
      let next = place + 1 < last ? bytes[place + 1] : 0
      // What stands before anything else is text itself.
      let isEscape = isMark && [dialect.quote, dialect.delimiter, byte].contains(next)
      if isEscape {
        scratch.append(UnsafeBufferPointer(start: bytes + from, count: place - from))
        from = place + 1
        place += 1
      }
      place += 1
    }
    scratch.append(UnsafeBufferPointer(start: bytes + from, count: last - from))
    guard let copied = scratch.buffer.baseAddress else { return }
    let text =
      dialect.encoding == .utf8
      ? Blank.trimmed(copied, first, scratch.count) : Blank.trimmedOfGB18030(copied, first, scratch.count)
    fields[index] = (text.start, text.end, true)
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
        guard let last = text.lastIndex(of: dialect.quote), text.count(where: { $0 == dialect.quote }) % 2 == 1 else {
          return (false, false)
        }
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
    guard width > 1, let first = text.firstIndex(of: dialect.newline), let last = text.lastIndex(of: dialect.newline)
    else { return false }
    return delimiters(in: UnsafeBufferPointer(rebasing: text[..<first])) == width - 1
      && delimiters(in: UnsafeBufferPointer(rebasing: text[last...])) == width - 1
  }

  /// Without a branch, so that the compiler makes vectors of it.
  private func delimiters(in text: UnsafeBufferPointer<UInt8>) -> Int {
    let delimiter = dialect.delimiter
    var count = 0
    for byte in text { count &+= byte == delimiter ? 1 : 0 }
    return count
  }
}
