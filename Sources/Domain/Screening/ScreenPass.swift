/// Screens posting after posting, with memory of its own that is used again; one a worker.
public final class ScreenPass {
  /// What came of a posting.
  public struct Outcome: Sendable, Equatable {
    /// At most one a rule, in the order of the rules.
    public var findings: [ScreenFinding] = []
    /// What an exemption lets pass.
    public var exempted: [ScreenFinding] = []

    public init() {}
  }

  private struct Hit {
    var level = UInt8.max
    var text = -1
    var range = 0..<0
    /// What the field says, where it is one.
    var says: String?
  }

  private let screener: Screener
  private var text = ScreenText()
  /// By rule, of the posting at hand: the gravest and first finding.
  private let best: UnsafeMutableBufferPointer<Hit>

  public init(_ screener: Screener) {
    self.screener = screener
    best = .allocate(capacity: screener.rules.count)
    best.initialize(repeating: Hit())
  }

  deinit {
    best.deinitialize()
    best.deallocate()
  }

  /// What the rules find in a posting: the gravest finding a rule and there the first.
  ///
  /// - Parameter texts: UTF-8; the title first.
  public func screen(_ texts: [UnsafeBufferPointer<UInt8>], _ facts: ScreenFacts = ScreenFacts()) -> Outcome {
    for rule in best.indices { best[rule] = Hit() }
    for (number, bytes) in texts.enumerated() where !bytes.isEmpty {
      text.read(bytes, screener.alphabet)
      scan(number)
    }
    for (number, rule) in screener.rules.enumerated() {
      for condition in rule.conditions where condition.holds(facts) {
        let level = Screener.rank(condition.level)
        if level < best[number].level { best[number] = Hit(level: level, says: condition.says) }
      }
    }
    var outcome = Outcome()
    guard best.contains(where: { $0.level != .max }) else { return outcome }
    for number in best.indices where best[number].level != .max { judge(number, texts, facts, &outcome) }
    return outcome
  }

  /// The same for a text by itself.
  public func screen(_ text: String, _ facts: ScreenFacts = ScreenFacts()) -> Outcome {
    Array(text.utf8).withUnsafeBufferPointer { screen([$0], facts) }
  }

  private func scan(_ number: Int) {
    let (screener, best, offsets) = (screener, best, text.offsets)
    text.withMatcher(screener) { matcher in
      screener.index.scan(matcher.symbols, matcher.count) { place, tries in
        for one in tries {
          let pattern = screener.patterns[Int(one.pattern)]
          guard best[Int(pattern.rule)].level > pattern.level else { continue }
          let (from, to) = (max(0, place - Int(one.most)), place - Int(one.least))
          guard from <= to else { continue }
          for start in from...to {
            let end = matcher.end(pattern, at: start)
            guard end >= 0, !matcher.isVoid(start, end, screener.voids[Int(pattern.rule)]) else { continue }
            best[Int(pattern.rule)] = Hit(
              level: pattern.level, text: number, range: Int(offsets[start])..<Int(offsets[end]))
            break
          }
        }
      }
    }
  }

  /// Whether any of the patterns stands in any of the texts.
  private func holds(_ patterns: [Screener.Pattern], _ texts: [UnsafeBufferPointer<UInt8>]) -> Bool {
    guard !patterns.isEmpty else { return false }
    for bytes in texts where !bytes.isEmpty {
      text.read(bytes, screener.alphabet)
      var isThere = false
      text.withMatcher(screener) { isThere = $0.holds(patterns) }
      if isThere { return true }
    }
    return false
  }

  /// Lets pass what is void or exempt, and says the rest.
  private func judge(
    _ number: Int, _ texts: [UnsafeBufferPointer<UInt8>], _ facts: ScreenFacts, _ outcome: inout Outcome
  ) {
    let (hit, rule) = (best[number], screener.rules[number])
    if hit.text >= 0, holds(screener.textVoids[number], texts) { return }
    let level = Screener.level(hit.level)
    let exemption = rule.exemptions.indices.first { one in
      let exemption = rule.exemptions[one]
      guard exemption.of == nil || exemption.of == level else { return false }
      return exemption.covers(facts) || holds(screener.exemptWords[number][one], texts)
    }.map { rule.exemptions[$0] }
    let snippet = hit.says ?? Snippet.cut(texts[hit.text], hit.range)
    let found = ScreenFinding(
      rule: number, level: exemption?.lowersTo ?? level, text: hit.text, range: hit.range, snippet: snippet,
      exemption: exemption?.clause)
    if let exemption, exemption.lowersTo == nil {
      outcome.exempted.append(found)
    } else {
      outcome.findings.append(found)
    }
  }
}
