extension Condition {
  /// `path:line:column` of a byte of the SQL text, as editors count.
  ///
  /// Lines after the first are counted from the margin of the text: exact in an .sql file; in YAML the indentation is
  /// missing.
  public func place(ofByte offset: Int) -> String {
    let before = String(decoding: sql.utf8.prefix(max(offset, 0)), as: UTF8.self).unicodeScalars
    let breaks = before.count { $0 == "\n" }
    guard breaks > 0, let last = before.lastIndex(of: "\n") else { return "\(path):\(line):\(column + before.count)" }
    return "\(path):\(line + breaks):\(before.distance(from: last, to: before.endIndex))"
  }
}
