extension FieldSplitter {
  /// Drops `characters`, and blanks beside them, from both ends of a field of UTF-8.
  public mutating func strip(_ index: Int, _ characters: [[UInt8]], of buffer: UnsafeBufferPointer<UInt8>) {
    let base = fields[index].isScratch ? scratch.buffer : buffer
    guard let bytes = base.baseAddress else { return }
    var (start, end) = (fields[index].start, fields[index].end)
    var length: Int
    repeat {
      length = end - start
      for character in characters {
        let text = base[start..<end]
        if text.starts(with: character) {
          start += character.count
        } else if text.suffix(character.count).elementsEqual(character) {
          end -= character.count
        }
      }
      (start, end) = Blank.trimmed(bytes, start, end)
    } while end - start < length
    (fields[index].start, fields[index].end) = (start, end)
  }
}
