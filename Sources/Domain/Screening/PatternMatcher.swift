/// Runs patterns at places of a text.
struct PatternMatcher {
  let symbols: UnsafeBufferPointer<UInt16>
  let breaks: UnsafeBufferPointer<UInt8>
  let kinds: UnsafeBufferPointer<ScreenAlphabet.Kinds>
  let sets: UnsafeBufferPointer<UInt64>
  let steps: UnsafeBufferPointer<PatternProgram.Step>
  let firsts: UnsafeBufferPointer<UInt64>
  let count: Int

  /// Where the match of a pattern that begins at `start` ends; -1 where there is none.
  @inline(__always)
  func end(_ pattern: Screener.Pattern, at start: Int) -> Int {
    if pattern.first >= 0 {
      let symbol = Int(symbols[start])
      guard firsts[Int(pattern.first) + symbol >> 6] & (1 << UInt64(symbol & 63)) != 0 else { return -1 }
    }
    return run(Int(pattern.step), start)
  }

  /// Whether a match of one of the patterns overlaps that from `start` to `end`.
  func isVoid(_ start: Int, _ end: Int, _ patterns: [Screener.Pattern]) -> Bool {
    for pattern in patterns {
      for place in max(0, start - Int(pattern.longest))..<max(end, start + 1) where place < count {
        if self.end(pattern, at: place) > start { return true }
      }
    }
    return false
  }

  /// Whether a match of one of the patterns stands anywhere.
  func holds(_ patterns: [Screener.Pattern]) -> Bool {
    patterns.contains { pattern in (0..<count).contains { end(pattern, at: $0) >= 0 } }
  }

  /// Where the match that begins at `place` ends; -1 where there is none.
  ///
  /// - Parameters:
  ///   - step: with which the pattern begins.
  ///   - end: where it must end; -1: anywhere.
  func run(_ step: Int, _ place: Int, end: Int = -1) -> Int {
    var (step, place) = (step, place)
    while true {
      switch steps[step] {
      case .character(let symbol):
        guard place < count, symbols[place] == symbol else { return -1 }
        (step, place) = (step + 1, place + 1)
      case .set(let set):
        guard place < count, holds(set, place) else { return -1 }
        (step, place) = (step + 1, place + 1)
      case .span(let set, let least, let most, let inLine):
        return span(step, place, (set, Int(least), Int(most), inLine), end: end)
      case .fork(let otherwise, let first):
        if first >= 0, place >= count || !holds(first, place) {
          step = Int(otherwise)
          continue
        }
        let found = run(step + 1, place, end: end)
        if found >= 0 { return found }
        step = Int(otherwise)
      case .jump(let next): step = Int(next)
      case .clauseStart:
        guard isClauseStart(place) else { return -1 }
        step += 1
      case .clauseEnd:
        guard isClauseEnd(place) else { return -1 }
        step += 1
      case .ahead(let wanted, let rest):
        guard (run(step + 1, place) >= 0) == wanted else { return -1 }
        step = Int(rest)
      case .behind(let wanted, let rest, let least, let most):
        guard stands(step + 1, before: place, Int(least), Int(most)) == wanted else { return -1 }
        step = Int(rest)
      case .found: return end < 0 || place == end ? place : -1
      }
    }
  }

  @inline(__always)
  private func holds(_ set: Int32, _ place: Int) -> Bool {
    let symbol = Int(symbols[place])
    return sets[Int(set) + symbol >> 6] & (1 << UInt64(symbol & 63)) != 0
  }

  private func span(
    _ step: Int, _ place: Int, _ span: (set: Int32, least: Int, most: Int, inLine: Bool), end: Int
  ) -> Int {
    var taken = 0
    while taken < span.most, place + taken < count, holds(span.set, place + taken),
      !(span.inLine && endsLine(place + taken))
    {
      taken += 1
    }
    while taken >= span.least {
      let found = run(step + 1, place + taken, end: end)
      if found >= 0 { return found }
      taken -= 1
    }
    return -1
  }

  /// Whether a line ends before a place, and a clause with it: a comma says that it goes on.
  private func endsLine(_ place: Int) -> Bool {
    guard breaks[place] == ScreenText.Break.line, place > 0 else { return false }
    let before = kinds[Int(symbols[place - 1])]
    return !before.contains(.clauseEnd) || before.contains(.sentenceEnd)
  }

  private func stands(_ step: Int, before place: Int, _ least: Int, _ most: Int) -> Bool {
    guard least <= min(most, place) else { return false }
    return (least...min(most, place)).contains { run(step, place - $0, end: place) >= 0 }
  }

  /// Behind a mark, a blank, a line, or the number of a list.
  private func isClauseStart(_ place: Int) -> Bool {
    guard place > 0, place <= count, breaks[place] == ScreenText.Break.none else { return true }
    return kinds[Int(symbols[place - 1])].contains(.mark)
  }

  private func isClauseEnd(_ place: Int) -> Bool {
    guard place < count, breaks[place] == ScreenText.Break.none else { return true }
    return kinds[Int(symbols[place])].contains(.mark)
  }
}
